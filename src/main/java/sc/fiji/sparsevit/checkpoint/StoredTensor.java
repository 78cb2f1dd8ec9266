/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Float16Utils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * One tensor as a file holds it.
 *
 * @param type element type
 * @param shape for example (out, in, height, width) for the weight of a convolution; () for a
 *     scalar
 * @param data the elements in row-major order, little-endian; every call returns a read-only view
 *     of its own
 */
public record StoredTensor(DataType type, Shape shape, ByteBuffer data) {

  /**
   * @throws IllegalArgumentException when the data do not fill the shape exactly
   */
  public StoredTensor {
    data = data.asReadOnlyBuffer();
    if (data.remaining() != shape.size() * type.getNumOfBytes()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d bytes do not fill a %s tensor of shape %s",
              data.remaining(),
              type,
              shape));
    }
  }

  /** A float32 tensor of the given values. */
  public static StoredTensor of(Shape shape, float... values) {
    var data = littleEndian(values.length * Float.BYTES);
    data.asFloatBuffer().put(values);
    return new StoredTensor(DataType.FLOAT32, shape, data);
  }

  @Override
  public ByteBuffer data() {
    return data.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many elements it has. */
  public int size() {
    return Math.toIntExact(shape.size());
  }

  /**
   * The elements as float32, in row-major order: exact for half precision, rounded for double and
   * large integers.
   */
  public float[] toFloats() {
    var bytes = data();
    return switch (type) {
      case FLOAT32 -> floats(bytes.asFloatBuffer());
      case FLOAT64 -> floats(i -> bytes.getDouble(8 * i));
      case FLOAT16 -> Float16Utils.fromByteBuffer(bytes);
      case BFLOAT16 -> floats(i -> Float.intBitsToFloat(bytes.getShort(2 * i) << 16));
      case INT64 -> floats(i -> bytes.getLong(8 * i));
      case INT32 -> floats(i -> bytes.getInt(4 * i));
      case INT16 -> floats(i -> bytes.getShort(2 * i));
      case INT8 -> floats(bytes::get);
      case UINT8, BOOLEAN -> floats(i -> bytes.get(i) & 0xff);
      default -> throw new IllegalStateException("no number is read from " + type);
    };
  }

  /**
   * The same values, rounded to another type.
   *
   * @throws IllegalArgumentException for another target than float32, float16 and int64
   */
  public StoredTensor to(DataType target) {
    if (target == type) {
      return this;
    }
    if (target == DataType.FLOAT32) {
      return of(shape, toFloats());
    }
    var converted = littleEndian(size() * target.getNumOfBytes());
    for (float value : toFloats()) {
      switch (target) {
        case FLOAT16 -> converted.putShort(Float16Utils.floatToHalf(value));
        case INT64 -> converted.putLong((long) value);
        default -> throw new IllegalArgumentException("nothing is converted to " + target);
      }
    }
    return new StoredTensor(target, shape, converted.flip());
  }

  private float[] floats(IntToDoubleFunction element) {
    var values = new float[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) element.applyAsDouble(i);
    }
    return values;
  }

  private static float[] floats(FloatBuffer buffer) {
    var values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
