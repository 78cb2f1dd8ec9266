/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A tensor as a pickle describes it: a strided view of a storage, which is a file of its own in the
 * archive. Nothing in it is trusted before {@link #read}.
 *
 * @param offset index of the first element in the storage
 * @param sizes extent of every dimension
 * @param strides how many elements to go on in the storage for the next index of every dimension
 */
record PickledTensor(Storage storage, long offset, long[] sizes, long[] strides) {

  private static final int MAX_RANK = 8;

  /**
   * @param type name of PyTorch's storage class
   * @param file its name under {@code data/} in the archive
   * @param elements how many elements it is said to hold
   */
  record Storage(String type, String file, long elements) {

    private DataType elementType(String key) throws CheckpointException {
      return switch (type) {
        case "torch.FloatStorage" -> DataType.FLOAT32;
        case "torch.DoubleStorage" -> DataType.FLOAT64;
        case "torch.HalfStorage" -> DataType.FLOAT16;
        case "torch.BFloat16Storage" -> DataType.BFLOAT16;
        case "torch.LongStorage" -> DataType.INT64;
        case "torch.IntStorage" -> DataType.INT32;
        case "torch.ShortStorage" -> DataType.INT16;
        case "torch.CharStorage" -> DataType.INT8;
        case "torch.ByteStorage" -> DataType.UINT8;
        case "torch.BoolStorage" -> DataType.BOOLEAN;
        default ->
            throw new CheckpointException(
                String.format(
                    Locale.ROOT,
                    "tensor %s is a %s, which SparseViT does not use; convert it with"
                        + " tensor.float()",
                    key,
                    type));
      };
    }
  }

  /**
   * From the arguments of {@code torch._utils._rebuild_tensor_v2}.
   *
   * @throws RuntimeException when they are no such arguments
   */
  static PickledTensor of(Object[] arguments) {
    return new PickledTensor(
        (Storage) arguments[0],
        ((Number) arguments[1]).longValue(),
        longs(arguments[2]),
        longs(arguments[3]));
  }

  /**
   * The elements in row-major order: a slice of the storage where they lie in it like that, a copy
   * otherwise.
   *
   * @throws CheckpointException naming the key when the view does not lie within its storage
   */
  StoredTensor read(String key, TorchArchive archive) throws CheckpointException {
    var type = storage.elementType(key);
    if (!isPlausible()) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "tensor %s (offset %d, size %s, strides %s) does not fit its storage of %d elements;"
                  + " copy or download the file again",
              key,
              offset,
              Arrays.toString(sizes),
              Arrays.toString(strides),
              storage.elements));
    }
    int width = type.getNumOfBytes();
    var shape = new Shape(sizes);
    if (shape.size() == 0) {
      return new StoredTensor(type, shape, ByteBuffer.allocate(0));
    }
    var bytes = archive.storage(key, storage.file, storage.elements, width);
    int count = Math.toIntExact(shape.size());
    if (isRowMajor()) {
      return new StoredTensor(
          type, shape, bytes.slice(Math.toIntExact(offset * width), count * width));
    }
    var copy = ByteBuffer.allocate(count * width);
    gather(bytes, copy, 0, offset, width);
    return new StoredTensor(type, shape, copy.flip());
  }

  /** Within the storage, and not larger than it, as an expanded view would be. */
  private boolean isPlausible() {
    if (offset < 0 || sizes.length != strides.length) {
      return false;
    }
    long count = 1;
    long last = offset;
    try {
      for (int d = 0; d < sizes.length; d++) {
        if (sizes[d] < 0 || strides[d] < 0) {
          return false;
        }
        count = Math.multiplyExact(count, sizes[d]);
        last = Math.addExact(last, Math.multiplyExact(sizes[d] - 1, strides[d]));
      }
    } catch (ArithmeticException e) {
      return false;
    }
    return count == 0 || (count <= storage.elements && last < storage.elements);
  }

  private boolean isRowMajor() {
    long expected = 1;
    for (int d = sizes.length - 1; d >= 0; d--) {
      if (sizes[d] > 1 && strides[d] != expected) {
        return false;
      }
      expected *= sizes[d];
    }
    return true;
  }

  private void gather(ByteBuffer from, ByteBuffer to, int dimension, long index, int width) {
    if (dimension == sizes.length) {
      to.put(to.position(), from, Math.toIntExact(index * width), width);
      to.position(to.position() + width);
      return;
    }
    for (long i = 0; i < sizes[dimension]; i++) {
      gather(from, to, dimension + 1, index + i * strides[dimension], width);
    }
  }

  /** Checks the length first: one long tuple, used again and again, would fill the memory. */
  private static long[] longs(Object tuple) {
    if (((Object[]) tuple).length > MAX_RANK) {
      throw new IllegalArgumentException("no network tensor has so many dimensions");
    }
    return Arrays.stream((Object[]) tuple).mapToLong(n -> ((Number) n).longValue()).toArray();
  }
}
