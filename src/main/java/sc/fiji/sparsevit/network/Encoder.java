/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/**
 * The four stages (paper section 3.1, figure 2), from pixels to the maps that the head fuses. A
 * configuration with matching adds to stage 2's map what occurs twice, which the paper has not.
 */
final class Encoder extends KeyedBlock {

  private final PatchEmbedding[] embeddings = new PatchEmbedding[4];
  private final List<ConvolutionBlock> stage1;
  private final List<ConvolutionBlock> stage2;
  private final Optional<MatchFusion> matchFusion;
  private final List<List<SparseAttentionBlock>> stage3;
  private final List<List<SparseAttentionBlock>> stage4;
  private final ChannelNorm norm3;
  private final ChannelNorm norm4;

  private final SparseVitConfig config;
  private final float dropPathRate;
  private int blocksMade;

  Encoder(SparseVitConfig config, float dropPathRate) {
    this.config = config;
    this.dropPathRate = dropPathRate;
    var channels = config.channels();
    for (int stage = 0; stage < 4; stage++) {
      int in = stage == 0 ? 3 : channels.get(stage - 1);
      int size = stage == 0 ? 4 : 2;
      embeddings[stage] =
          child("patch_embed" + (stage + 1), new PatchEmbedding(in, channels.get(stage), size));
    }
    stage1 = convolutionStage(1);
    stage2 = convolutionStage(2);
    matchFusion =
        config.matching()
            ? Optional.of(child("matching", new MatchFusion(config.channels().get(1))))
            : Optional.empty();
    stage3 = sparseStage(3, config.stage3());
    stage4 = sparseStage(4, config.stage4());
    child("norm1", ChannelNorm.neverCalled(channels.get(0)));
    child("norm2", ChannelNorm.neverCalled(channels.get(1)));
    norm3 = child("norm3", new ChannelNorm(channels.get(2), 1e-6f));
    norm4 = child("norm4", new ChannelNorm(channels.get(3), 1e-6f));
  }

  /** (N, 3, H, W), normalized, to the encoder's maps. */
  Features encode(NDArray image, Pass pass) {
    var x = MapLayout.channelsFirst(embeddings[0].run(image, pass));
    for (var block : stage1) {
      x = block.run(x, pass);
    }
    x = MapLayout.channelsFirst(embeddings[1].run(x, pass));
    for (var block : stage2) {
      x = block.run(x, pass);
    }
    var afterStage2 = x;
    if (matchFusion.isPresent()) {
      x = matchFusion.get().fuse(x, SelfMatcher.match(image, SparseVit.DEVIATIONS), pass);
    }
    var maps = new ArrayList<NDArray>();
    x = sparseMaps(stage3, norm3, embeddings[2].run(x, pass), maps, pass);
    // The authors hand stage 4 the map from before norm3.
    x = MapLayout.channelsFirst(x);
    sparseMaps(stage4, norm4, embeddings[3].run(x, pass), maps, pass);
    return new Features(afterStage2, maps);
  }

  /** Runs a stage on (N, H, W, C), adds a map after each run of one rate, returns the raw end. */
  private static NDArray sparseMaps(
      List<List<SparseAttentionBlock>> runs,
      ChannelNorm norm,
      NDArray input,
      List<NDArray> maps,
      Pass pass) {
    var x = input;
    for (var run : runs) {
      for (var block : run) {
        x = block.run(x, pass);
      }
      boolean last = run == runs.get(runs.size() - 1);
      maps.add(MapLayout.channelsFirst(last ? norm.run(x, pass) : x));
    }
    return x;
  }

  private List<ConvolutionBlock> convolutionStage(int stage) {
    var blocks = new ArrayList<ConvolutionBlock>();
    for (int i = 0; i < config.convolutionBlocks().get(stage - 1); i++) {
      blocks.add(
          child(
              "blocks" + stage + "." + i,
              new ConvolutionBlock(config.channels().get(stage - 1), nextDropPath())));
    }
    return List.copyOf(blocks);
  }

  private List<List<SparseAttentionBlock>> sparseStage(int stage, List<SparsityRun> runs) {
    var made = new ArrayList<List<SparseAttentionBlock>>();
    int index = 0;
    for (var run : runs) {
      var blocks = new ArrayList<SparseAttentionBlock>();
      for (int i = 0; i < run.blocks(); i++) {
        blocks.add(
            child(
                "blocks" + stage + "." + index++,
                new SparseAttentionBlock(
                    config.channels().get(stage - 1),
                    config.headDimension(),
                    run.rate(),
                    nextDropPath())));
      }
      made.add(List.copyOf(blocks));
    }
    return List.copyOf(made);
  }

  /** Grows linearly over all blocks, from 0 to the full rate. */
  private DropPath nextDropPath() {
    return new DropPath(dropPathRate * blocksMade++ / Math.max(1, config.blocks() - 1));
  }

  /** The image to stage 2's map followed by the head's. */
  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    var features = encode(inputs.singletonOrThrow(), new Pass(store, training));
    var list = new NDList(features.stage2());
    list.addAll(features.maps());
    return list;
  }
}
