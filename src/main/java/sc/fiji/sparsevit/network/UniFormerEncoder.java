/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.network.Convolution.Geometry;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/**
 * The four stages (paper section 3.1, figure 2). A configuration with matching adds to stage 2's
 * map what occurs twice, which the paper has not.
 */
final class UniFormerEncoder extends Encoder {

  private final PatchEmbedding[] embeddings = new PatchEmbedding[4];
  private final List<ConvolutionBlock> stage1;
  private final List<ConvolutionBlock> stage2;
  private final Optional<ExtractorProjection> extractor;
  private final Optional<MatchFusion> matchFusion;
  private final List<List<SparseAttentionBlock>> stage3;
  private final List<List<SparseAttentionBlock>> stage4;
  private final ChannelNorm[] norms = new ChannelNorm[4];

  UniFormerEncoder(SparseVitConfig config, float dropPathRate) {
    super(config, dropPathRate);
    var channels = config.channels();
    for (int stage = 0; stage < 4; stage++) {
      int in = stage == 0 ? 3 : channels.get(stage - 1);
      embeddings[stage] =
          child(
              "patch_embed" + (stage + 1),
              new PatchEmbedding(in, channels.get(stage), patch(stage + 1)));
    }
    extractor = extractor(channels.get(0), Geometry.patches(patch(1)));
    stage1 = convolutionStage(1);
    stage2 = convolutionStage(2);
    matchFusion =
        config.matching()
            ? Optional.of(child("matching", new MatchFusion(channels.get(1))))
            : Optional.empty();
    stage3 = sparseStage(3, config.stage3());
    stage4 = sparseStage(4, config.stage4());
    norms[0] = child("norm1", ChannelNorm.neverCalled(channels.get(0)));
    norms[1] = child("norm2", ChannelNorm.neverCalled(channels.get(1)));
    norms[2] = child("norm3", new ChannelNorm(channels.get(2), 1e-6f));
    norms[3] = child("norm4", new ChannelNorm(channels.get(3), 1e-6f));
  }

  /** Side of the patches that a stage starts with, in tokens of the stage before. */
  private static int patch(int stage) {
    return stage == 1 ? 4 : 2;
  }

  @Override
  Features encode(NDArray image, Pass pass) {
    var projected = plus(embeddings[0].project(image, pass), extractor, image, pass);
    var x = MapLayout.channelsFirst(embeddings[0].norm(projected, pass));
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
    x = sparseMaps(stage3, norms[2], embeddings[2].run(x, pass), maps, pass);
    // The authors hand stage 4 the map from before norm3.
    x = MapLayout.channelsFirst(x);
    sparseMaps(stage4, norms[3], embeddings[3].run(x, pass), maps, pass);
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
    for (int i = 0; i < config().convolutionBlocks().get(stage - 1); i++) {
      blocks.add(
          child(
              "blocks" + stage + "." + i,
              new ConvolutionBlock(config().channels().get(stage - 1), nextDropPath())));
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
                    config().channels().get(stage - 1),
                    config().headDimension(),
                    run.rate(),
                    nextDropPath())));
      }
      made.add(List.copyOf(blocks));
    }
    return List.copyOf(made);
  }

  @Override
  List<Cost> costs(int height, int width) {
    var costs = new ArrayList<Cost>();
    cost(extractor, height, width).ifPresent(costs::add);
    for (int stage = 1; stage <= 4; stage++) {
      costs.add(cost(stage, height, width));
    }
    matchFusion.ifPresent(
        fusion -> {
          var count = new Count();
          count.products(SelfMatcher.products(height, width));
          fusion.count(count, tokens(2, height, width));
          costs.add(count.named("matching", fusion.parameterCount()));
        });
    return List.copyOf(costs);
  }

  private Cost cost(int stage, int height, int width) {
    long tokens = tokens(stage, height, width);
    var embedding = embeddings[stage - 1];
    var norm = norms[stage - 1];
    var count = new Count();
    embedding.count(count, tokens);
    long parameters = embedding.parameterCount() + norm.parameterCount();
    if (stage <= 2) {
      for (var block : stage == 1 ? stage1 : stage2) {
        block.count(count, tokens);
        parameters += block.parameterCount();
      }
    } else {
      for (var run : stage == 3 ? stage3 : stage4) {
        for (var block : run) {
          block.count(count, tokens);
          parameters += block.parameterCount();
        }
      }
      norm.count(count, tokens);
    }
    return count.named("stage " + stage, parameters);
  }

  private static long tokens(int stage, int height, int width) {
    int side = 2 << stage;
    return (long) (height / side) * (width / side);
  }
}
