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
 * A plain vision transformer (Dosovitskiy et al. 2021) with sparsity rates (paper table 9): patches
 * of 16x16 pixels, learned positions, then blocks of attention. There is no class token, for
 * nothing reads it. Keys are those of timm's {@code vit_*_patch16}, whose weights can start a
 * training.
 */
final class VitEncoder extends Encoder {

  private static final Geometry PATCH = Geometry.patches(SparseVitConfig.LOGIT_STRIDE);
  private static final int MLP_RATIO = 4;
  private static final float EPSILON = 1e-6f;

  private final Convolution projection;
  private final Optional<ExtractorProjection> extractor;
  private final PositionEmbedding positions;
  private final AttentionStage stage;

  VitEncoder(SparseVitConfig config, float dropPathRate) {
    super(config, dropPathRate);
    int channels = config.channels().get(0);
    projection = child("patch_embed.proj", Convolution.of(3, channels, PATCH));
    extractor = extractor(channels, PATCH);
    positions = new PositionEmbedding(this, channels);
    stage =
        new AttentionStage(
            this,
            "blocks",
            config.stage3(),
            config.headDimension(),
            new AttentionStage.Style(
                groups -> new Attention(channels, groups), channels, MLP_RATIO, EPSILON),
            this::nextDropPath);
  }

  @Override
  Features encode(NDArray image, Pass pass) {
    var projected = plus(projection.run(image, pass), extractor, image, pass);
    var x = positions.add(MapLayout.channelsLast(projected), pass);
    return new Features(MapLayout.channelsFirst(x), stage.maps(x, pass));
  }

  @Override
  List<Cost> costs(int height, int width) {
    var costs = new ArrayList<Cost>();
    cost(extractor, height, width).ifPresent(costs::add);
    long tokens = config().maps().get(0).tokens(height, width);
    var patches = new Count();
    projection.count(patches, tokens);
    positions.count(patches, tokens);
    long outside = stage.parameterCount() + extractor.map(KeyedBlock::parameterCount).orElse(0L);
    costs.add(patches.named("patches", parameterCount() - outside));
    var blocks = new Count();
    stage.count(blocks, tokens);
    costs.add(blocks.named("blocks", stage.parameterCount()));
    return List.copyOf(costs);
  }
}
