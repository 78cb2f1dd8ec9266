/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Transformer blocks in runs of one sparsity rate, and the layer norm after the last. */
final class AttentionStage {

  private final List<List<TransformerBlock>> runs = new ArrayList<>();
  private final List<Attention> attentions = new ArrayList<>();
  private final ChannelNorm norm;

  /**
   * What blocks of one family have in common.
   *
   * @param attention from the groups of a rate
   * @param ratio the MLP's width relative to the block's
   * @param epsilon of the layer norms
   */
  record Style(
      Function<SparseGroups, Attention> attention, int channels, int ratio, float epsilon) {}

  /**
   * @param owner whose children the blocks become, {@code <key>.0} and so on, and {@code norm}
   */
  AttentionStage(
      KeyedBlock owner,
      String key,
      List<SparsityRun> rates,
      int headDimension,
      Style style,
      Supplier<DropPath> dropPath) {
    int index = 0;
    for (var rate : rates) {
      var groups = new SparseGroups(rate.rate(), style.channels / headDimension, headDimension);
      var blocks = new ArrayList<TransformerBlock>();
      for (int i = 0; i < rate.blocks(); i++) {
        var attention = style.attention.apply(groups);
        attentions.add(attention);
        var block =
            new TransformerBlock(
                style.channels, attention, style.ratio, style.epsilon, dropPath.get());
        blocks.add(owner.child(key + "." + index++, block));
      }
      runs.add(List.copyOf(blocks));
    }
    norm = owner.child("norm", new ChannelNorm(style.channels, style.epsilon));
  }

  /** A map (N, C, H, W) after each run of (N, H, W, C). */
  List<NDArray> maps(NDArray input, KeyedBlock.Pass pass) {
    var maps = new ArrayList<NDArray>();
    var x = input;
    for (var run : runs) {
      for (var block : run) {
        x = block.run(x, pass);
      }
      boolean last = maps.size() == runs.size() - 1;
      maps.add(MapLayout.channelsFirst(last ? norm.run(x, pass) : x));
    }
    return maps;
  }

  void count(Count count, long tokens) {
    runs.forEach(run -> run.forEach(block -> block.count(count, tokens)));
    attentions.forEach(attention -> attention.count(count, tokens));
    norm.count(count, tokens);
  }

  long parameterCount() {
    long blocks = runs.stream().flatMap(List::stream).mapToLong(KeyedBlock::parameterCount).sum();
    return blocks + norm.parameterCount();
  }
}
