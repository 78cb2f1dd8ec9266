/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

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
    int width = channels / heads;
    var around = neighborhoods(MapLayout.channelsFirst(values.run(x, pass)));
    var pooled = MapLayout.shrink(MapLayout.channelsFirst(x), rows, columns);
    var scores =
        weights
            .run(MapLayout.channelsLast(pooled), pass)
            .reshape(n, rows * columns, heads, WINDOW, WINDOW)
            .transpose(0, 2, 1, 3, 4);
    var shares = scores.mul(OwnedScalar.of(Math.pow(width, -0.5), scores)).softmax(-1);
    var said = sums(shares.matMul(around), rows, columns);
    return projection.run(MapLayout.channelsLast(said), pass);
  }

  /** (N, C, H, W) to what each center sees, (N, heads, centers, 9, C / heads). */
  private NDArray neighborhoods(NDArray x) {
    var shape = x.getShape();
    long n = shape.get(0);
    long rows = shape.get(2) / STRIDE;
    long columns = shape.get(3) / STRIDE;
    var inRows = threes(x).reshape(n, (long) channels * SIDE, rows, shape.get(3));
    var inBoth = threes(inRows.swapAxes(2, 3));
    return inBoth
        .reshape(n, heads, channels / heads, WINDOW, columns, rows)
        .transpose(0, 1, 5, 4, 3, 2)
        .reshape(n, heads, rows * columns, WINDOW, channels / heads);
  }

  /** The reverse, where what several centers say about a token is added up: to (N, C, H, W). */
  private NDArray sums(NDArray said, long rows, long columns) {
    long n = said.getShape().get(0);
    var inBoth =
        said.reshape(n, heads, rows, columns, WINDOW, channels / heads)
            .transpose(0, 1, 5, 4, 3, 2)
            .reshape(n, (long) channels * SIDE, SIDE, columns, rows);
    var inRows = ofThrees(inBoth).swapAxes(2, 3).reshape(n, channels, SIDE, rows, STRIDE * columns);
    return ofThrees(inRows);
  }

  /** (N, M, 2L, K) to the line before, at and after every second line: (N, M, 3, L, K). */
  private static NDArray threes(NDArray x) {
    var shape = x.getShape();
    var pairs = x.reshape(shape.get(0), shape.get(1), shape.get(2) / STRIDE, STRIDE, shape.get(3));
    var at = pairs.get(":, :, :, 0");
    var after = pairs.get(":, :, :, 1");
    return NDArrays.stack(new NDList(moved(after, true), at, after), 2);
  }

  /** The reverse, where two lines meet their sum: (N, M, 3, L, K) to (N, M, 2L, K). */
  private static NDArray ofThrees(NDArray x) {
    var shape = x.getShape();
    var at = x.get(":, :, 1");
    var after = x.get(":, :, 2").add(moved(x.get(":, :, 0"), false));
    return NDArrays.stack(new NDList(at, after), 3)
        .reshape(shape.get(0), shape.get(1), STRIDE * shape.get(3), shape.get(4));
  }

  /** (N, M, L, K) moved by one line, down or up; zeros come in. */
  private static NDArray moved(NDArray x, boolean down) {
    var shape = x.getShape();
    var edge = new Shape(shape.get(0), shape.get(1), 1, shape.get(3));
    var zeros = x.getManager().zeros(edge, x.getDataType());
    return down ? zeros.concat(x.get(":, :, :-1"), 2) : x.get(":, :, 1:").concat(zeros, 2);
  }

  void count(Count count, long tokens) {
    long centers = tokens / (STRIDE * STRIDE);
    values.count(count, tokens);
    weights.count(count, centers);
    count.products(centers * WINDOW * WINDOW * channels);
    projection.count(count, tokens);
  }
}
