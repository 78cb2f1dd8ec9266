/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;

/**
 * The block of plain vision transformers: attention, then an MLP of two linear layers, each after a
 * layer norm and added. (N, H, W, C), same shape.
 */
final class TransformerBlock extends Layer {

  private final ChannelNorm norm1;
  private final Layer mixing;
  private final ChannelNorm norm2;
  private final Dense widen;
  private final Dense narrow;
  private final DropPath dropPath;

  /**
   * @param mixing what lets tokens see each other
   * @param ratio the MLP's width relative to the block's
   */
  TransformerBlock(int channels, Layer mixing, int ratio, float epsilon, DropPath dropPath) {
    this.dropPath = dropPath;
    norm1 = child("norm1", new ChannelNorm(channels, epsilon));
    this.mixing = child("attn", mixing);
    norm2 = child("norm2", new ChannelNorm(channels, epsilon));
    widen = child("mlp.fc1", new Dense(channels, ratio * channels));
    narrow = child("mlp.fc2", new Dense(ratio * channels, channels));
  }

  @Override
  protected NDArray forward(NDArray input, Pass pass) {
    var mixed = mixing.run(norm1.run(input, pass), pass);
    var x = input.add(dropPath.apply(mixed, pass.training()));
    var wide = widen.run(norm2.run(x, pass), pass).getNDArrayInternal().gelu();
    return x.add(dropPath.apply(narrow.run(wide, pass), pass.training()));
  }

  /** Of one image's token grid; what mixes the tokens counts itself. */
  void count(Count count, long tokens) {
    norm1.count(count, tokens);
    norm2.count(count, tokens);
    widen.count(count, tokens);
    narrow.count(count, tokens);
  }
}
