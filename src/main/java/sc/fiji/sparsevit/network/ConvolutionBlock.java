/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/**
 * The block of stages 1 and 2 (UniFormer's local one): position by a depthwise 3x3, mixing by 1x1 -
 * depthwise 5x5 - 1x1, then an MLP of 1x1 convolutions; batch norms. (N, C, H, W), same shape.
 */
final class ConvolutionBlock extends Layer {

  private final Convolution position;
  private final BatchNorm norm1;
  private final Convolution before;
  private final Convolution mixing;
  private final Convolution after;
  private final BatchNorm norm2;
  private final ConvolutionMlp mlp;
  private final DropPath dropPath;

  ConvolutionBlock(int channels, DropPath dropPath) {
    this.dropPath = dropPath;
    position = child("pos_embed", Convolution.depthwise(channels, 3));
    norm1 = child("norm1", new BatchNorm(channels));
    before = child("conv1", Convolution.pointwise(channels, channels));
    mixing = child("attn", Convolution.depthwise(channels, 5));
    after = child("conv2", Convolution.pointwise(channels, channels));
    norm2 = child("norm2", new BatchNorm(channels));
    mlp = child("mlp", new ConvolutionMlp(channels));
  }

  @Override
  protected NDArray forward(NDArray input, Pass pass) {
    var x = input.add(position.run(input, pass));
    var mixed = after.run(mixing.run(before.run(norm1.run(x, pass), pass), pass), pass);
    x = x.add(dropPath.apply(mixed, pass.training()));
    return x.add(dropPath.apply(mlp.run(norm2.run(x, pass), pass), pass.training()));
  }

  void count(Count count, long places) {
    position.count(count, places);
    norm1.count(count, places);
    before.count(count, places);
    mixing.count(count, places);
    after.count(count, places);
    norm2.count(count, places);
    mlp.widen.count(count, places);
    mlp.narrow.count(count, places);
  }

  private static final class ConvolutionMlp extends Layer {
    private final Convolution widen;
    private final Convolution narrow;

    ConvolutionMlp(int channels) {
      int hidden = channels * SparseVitConfig.MLP_RATIO;
      widen = child("fc1", Convolution.pointwise(channels, hidden));
      narrow = child("fc2", Convolution.pointwise(hidden, channels));
    }

    @Override
    protected NDArray forward(NDArray x, Pass pass) {
      return narrow.run(widen.run(x, pass).getNDArrayInternal().gelu(), pass);
    }
  }
}
