/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.convolutional.Conv2dTranspose;

/**
 * VOLO's outlook attention (Yuan et al. 2022, section 3.1): every second token in a row and column
 * looks at its 3x3 neighborhood, and says, from what it holds alone, how much each of the nine
 * passes on to each other; what neighborhoods say about a token is added up. (N, H, W, C), same
 * shape; H and W are even.
 */
final class OutlookAttention extends Layer {

  private static final int SIDE = 3;
  private static final int WINDOW = SIDE * SIDE;
  private static final int STRIDE = 2;
  private static final Shape EVERY_SECOND = new Shape(STRIDE, STRIDE);
  private static final Shape AROUND = new Shape(1, 1);

  private final Dense values;
  private final Dense weights;
  private final Dense projection;
  private final int channels;
  private final int heads;

  OutlookAttention(int channels, int headDimension) {
    this.channels = channels;
    heads = channels / headDimension;
    values = child("v", Dense.withoutBias(channels, channels));
    weights = child("attn", new Dense(channels, WINDOW * WINDOW * heads));
    projection = child("proj", new Dense(channels, channels));
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    var shape = x.getShape();
    long n = shape.get(0);
    long rows = shape.get(1) / STRIDE;
    long columns = shape.get(2) / STRIDE;
    long centers = rows * columns;
    int width = channels / heads;
    var spread = spreading(x);
    // (N, C * 9, rows, columns) to (N, heads, centers, 9, C / heads)
    var around =
        Conv2d.conv2d(
                Layout.channelsFirst(values.run(x, pass)),
                spread,
                null,
                EVERY_SECOND,
                AROUND,
                AROUND,
                channels)
            .singletonOrThrow()
            .reshape(n, heads, width, WINDOW, centers)
            .transpose(0, 1, 4, 3, 2);
    var pooled = Layout.shrink(Layout.channelsFirst(x), rows, columns);
    var scores =
        weights
            .run(Layout.channelsLast(pooled), pass)
            .reshape(n, centers, heads, WINDOW, WINDOW)
            .transpose(0, 2, 1, 3, 4);
    var shares = scores.mul(Scalar.of(Math.pow(width, -0.5), scores)).softmax(-1);
    var said =
        shares.matMul(around).transpose(0, 1, 4, 3, 2).reshape(n, channels * WINDOW, rows, columns);
    var added =
        Conv2dTranspose.conv2dTranspose(
                said, spread, null, EVERY_SECOND, AROUND, AROUND, AROUND, channels)
            .singletonOrThrow();
    return projection.run(Layout.channelsLast(added), pass);
  }

  /** Nine kernels per channel, each of which picks one neighbor: moves values, computes nothing. */
  private NDArray spreading(NDArray beside) {
    var picks = new float[channels * WINDOW * WINDOW];
    for (int i = 0; i < channels * WINDOW; i++) {
      picks[i * WINDOW + i % WINDOW] = 1;
    }
    return Scalar.of(picks, new Shape((long) channels * WINDOW, 1, SIDE, SIDE), beside);
  }

  void count(Count count, long tokens) {
    long centers = tokens / (STRIDE * STRIDE);
    values.count(count, tokens);
    weights.count(count, centers);
    count.products(centers * WINDOW * WINDOW * channels);
    projection.count(count, tokens);
  }
}
