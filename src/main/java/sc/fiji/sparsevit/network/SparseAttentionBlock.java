/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;

/**
 * The block of stages 3 and 4: attention inside sparse groups, then an MLP that looks at its 3x3
 * neighborhood, each scaled per channel (layer scale) and added. (N, H, W, C), same shape.
 */
final class SparseAttentionBlock extends Layer {

  private final ChannelNorm norm1;
  private final Attention attention;
  private final ChannelNorm norm2;
  private final AttentionMlp mlp;
  private final Parameter gamma1;
  private final Parameter gamma2;
  private final DropPath dropPath;

  SparseAttentionBlock(int channels, int headDimension, int rate, DropPath dropPath) {
    this.dropPath = dropPath;
    child("pos_embed", Convolution.unusedDepthwise(channels));
    norm1 = child("norm1", new ChannelNorm(channels, 1e-6f));
    var groups = new SparseGroups(rate, channels / headDimension, headDimension);
    attention = child("attn", new Attention(channels, groups));
    norm2 = child("norm2", new ChannelNorm(channels, 1e-6f));
    mlp = child("mlp", new AttentionMlp(channels));
    gamma1 = weight("gamma_1", Initializers.LAYER_SCALE, channels);
    gamma2 = weight("gamma_2", Initializers.LAYER_SCALE, channels);
  }

  @Override
  protected NDArray forward(NDArray input, Pass pass) {
    var attended = attention.run(norm1.run(input, pass), pass).mul(pass.value(gamma1, input));
    var x = input.add(dropPath.apply(attended, pass.training()));
    var mixed = mlp.run(norm2.run(x, pass), pass).mul(pass.value(gamma2, x));
    return x.add(dropPath.apply(mixed, pass.training()));
  }

  void count(Count count, long tokens) {
    norm1.count(count, tokens);
    attention.count(count, tokens);
    norm2.count(count, tokens);
    mlp.widen.count(count, tokens);
    mlp.neighborhood.convolution.count(count, tokens);
    mlp.narrow.count(count, tokens);
  }

  private static final class AttentionMlp extends Layer {
    private final Dense widen;
    private final TokenNeighborhood neighborhood;
    private final Dense narrow;

    AttentionMlp(int channels) {
      int hidden = channels * SparseVitConfig.MLP_RATIO;
      widen = child("fc1", new Dense(channels, hidden));
      neighborhood = child("dwconv", new TokenNeighborhood(hidden));
      narrow = child("fc2", new Dense(hidden, channels));
    }

    @Override
    protected NDArray forward(NDArray x, Pass pass) {
      var wide = neighborhood.run(widen.run(x, pass), pass);
      return narrow.run(wide.getNDArrayInternal().gelu(), pass);
    }
  }

  /** The depthwise 3x3 on the token grid; checkpoints wrap it once more. */
  private static final class TokenNeighborhood extends Layer {
    private final Convolution convolution;

    TokenNeighborhood(int channels) {
      convolution = child("dwconv", Convolution.depthwise(channels, 3));
    }

    @Override
    protected NDArray forward(NDArray x, Pass pass) {
      return MapLayout.channelsLast(convolution.run(MapLayout.channelsFirst(x), pass));
    }
  }
}
