/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network.matching;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Finds duplicated content in images, each analyzed separately. */
public final class SelfMatcher {

  /** Channels of {@link Matches#evidence}. */
  public static final int CHANNELS = MatchFeatures.CHANNELS;

  /** Half the sides of the squares whose means are taken off for coarse and for fine structure. */
  private static final int COARSE = 8;

  private static final int FINE = 2;

  private SelfMatcher() {}

  /**
   * @param images normalized, (N, 3, H, W), H and W multiples of 8 and at least 32
   * @param deviations that red, green and blue were divided by when they were normalized, 0-1
   * @return arrays of the images' manager that own their memory
   */
  public static Matches match(NDArray images, List<Double> deviations) {
    var shape = images.getShape();
    int n = (int) shape.get(0);
    int height = (int) shape.get(2);
    int width = (int) shape.get(3);
    int rows = height / ShiftField.STRIDE;
    int columns = width / ShiftField.STRIDE;
    int tokens = rows * columns;
    var evidence = new float[n * CHANNELS * tokens];
    var partners = new long[n * tokens];
    float[] values = images.toType(DataType.FLOAT32, true).toFloatArray();
    var manager = images.getManager();
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              var field = field(values, i * 3 * height * width, height, width, deviations, manager);
              MatchFeatures.write(field, evidence, i * CHANNELS * tokens);
              for (int token = 0; token < tokens; token++) {
                partners[i * tokens + token] = field.partner(token);
              }
            });
    return new Matches(
        owned(manager.create(FloatBuffer.wrap(evidence), new Shape(n, CHANNELS, rows, columns)))
            .toType(images.getDataType(), false),
        owned(manager.create(LongBuffer.wrap(partners), new Shape(n, tokens))));
  }

  private static ShiftField field(
      float[] images, int from, int height, int width, List<Double> deviations, NDManager manager) {
    var planes = Planes.of(images, from, height, width, deviations);
    var guesses = PatchSearch.shifts(planes.cells(), height, width, manager);
    double[] sums = planes.sums(height, width);
    var coarse = new PatchPlane(planes.withoutMean(sums, height, width, COARSE), height, width);
    var fine = new PatchPlane(planes.withoutMean(sums, height, width, FINE), height, width);
    return ShiftField.of(coarse, fine, guesses);
  }

  /** Multiply-accumulates of looking for partners in one image. */
  public static long products(int height, int width) {
    return PatchSearch.products(height, width);
  }

  /** A copy in the engine's memory: the backward pass outlives Java's buffers. */
  private static NDArray owned(NDArray overBuffer) {
    var copy = overBuffer.duplicate();
    overBuffer.close();
    return copy;
  }
}
