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

/**
 * VOLO (Yuan et al. 2022) with sparsity rates in its attention (paper table 9): a stem of three
 * convolutions, outlookers on patches of 8x8 pixels, then, at 16x16, learned positions and blocks
 * of attention. The class attention at its end is left out, for nothing reads it. With the widths
 * and depths of {@code volo-base} it is VOLO-D1, whose keys it has.
 */
final class VoloEncoder extends Encoder {

  private static final Geometry STEM = new Geometry(7, 2, 3, 1);
  private static final int STEM_WIDTH = 64;
  private static final int STEM_CONVOLUTIONS = 3;
  private static final int MLP_RATIO = 3;
  private static final float EPSILON = 1e-5f;

  private final List<Convolution> stem = new ArrayList<>();
  private final List<BatchNorm> stemNorms = new ArrayList<>();
  private final Optional<ExtractorProjection> extractor;
  private final Convolution projection;
  private final List<OutlookAttention> outlooks = new ArrayList<>();
  private final List<TransformerBlock> outlookers = new ArrayList<>();
  private final Convolution downsample;
  private final PositionEmbedding positions;
  private final AttentionStage stage;

  VoloEncoder(SparseVitConfig config, float dropPathRate) {
    super(config, dropPathRate);
    int fine = config.channels().get(0);
    int coarse = config.channels().get(1);
    for (int i = 0; i < STEM_CONVOLUTIONS; i++) {
      // As a sequence of convolution, norm and ReLU is numbered.
      var convolution =
          i == 0
              ? Convolution.withoutBias(3, STEM_WIDTH, STEM)
              : Convolution.withoutBias(STEM_WIDTH, STEM_WIDTH, Geometry.same(3, 1));
      stem.add(child("patch_embed.conv." + 3 * i, convolution));
      stemNorms.add(child("patch_embed.conv." + (3 * i + 1), new BatchNorm(STEM_WIDTH)));
    }
    extractor = extractor(STEM_WIDTH, STEM);
    projection = child("patch_embed.proj", Convolution.of(STEM_WIDTH, fine, Geometry.patches(4)));
    positions = new PositionEmbedding(this, coarse);
    for (int i = 0; i < config.convolutionBlocks().get(0); i++) {
      var outlook = new OutlookAttention(fine, config.headDimension());
      outlooks.add(outlook);
      outlookers.add(
          child(
              "network.0." + i,
              new TransformerBlock(fine, outlook, MLP_RATIO, EPSILON, nextDropPath())));
    }
    downsample = child("network.1.proj", Convolution.of(fine, coarse, Geometry.patches(2)));
    stage =
        new AttentionStage(
            this,
            "network.2",
            config.stage3(),
            config.headDimension(),
            new AttentionStage.Style(
                groups -> Attention.withoutBias(coarse, groups), coarse, MLP_RATIO, EPSILON),
            this::nextDropPath);
  }

  @Override
  Features encode(NDArray image, Pass pass) {
    var x = plus(stem.get(0).run(image, pass), extractor, image, pass);
    x = stemNorms.get(0).run(x, pass).getNDArrayInternal().relu();
    for (int i = 1; i < STEM_CONVOLUTIONS; i++) {
      x = stemNorms.get(i).run(stem.get(i).run(x, pass), pass).getNDArrayInternal().relu();
    }
    x = MapLayout.channelsLast(projection.run(x, pass));
    for (var outlooker : outlookers) {
      x = outlooker.run(x, pass);
    }
    var early = MapLayout.channelsFirst(x);
    x = positions.add(MapLayout.channelsLast(downsample.run(early, pass)), pass);
    return new Features(early, stage.maps(x, pass));
  }

  @Override
  List<Cost> costs(int height, int width) {
    var costs = new ArrayList<Cost>();
    cost(extractor, height, width).ifPresent(costs::add);
    var early = new Count();
    long half = (long) (height / 2) * (width / 2);
    stem.forEach(convolution -> convolution.count(early, half));
    early.batchNorm(STEM_CONVOLUTIONS * half * STEM_WIDTH);
    long fine = (long) (height / 8) * (width / 8);
    projection.count(early, fine);
    outlookers.forEach(block -> block.count(early, fine));
    outlooks.forEach(outlook -> outlook.count(early, fine));
    long tokens = config().maps().get(0).tokens(height, width);
    downsample.count(early, tokens);
    positions.count(early, tokens);
    long outside = stage.parameterCount() + extractor.map(KeyedBlock::parameterCount).orElse(0L);
    costs.add(early.named("outlookers", parameterCount() - outside));
    var blocks = new Count();
    stage.count(blocks, tokens);
    costs.add(blocks.named("blocks", stage.parameterCount()));
    return List.copyOf(costs);
  }
}
