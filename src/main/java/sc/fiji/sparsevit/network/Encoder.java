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
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.network.Convolution.Geometry;

/** From pixels to the maps that the head fuses: what {@link Backbone} names. */
abstract class Encoder extends KeyedBlock {

  private final SparseVitConfig config;
  private final float dropPathRate;
  private int blocksMade;

  Encoder(SparseVitConfig config, float dropPathRate) {
    this.config = config;
    this.dropPathRate = dropPathRate;
  }

  static Encoder of(SparseVitConfig config, float dropPathRate) {
    return switch (config.backbone()) {
      case UNIFORMER -> new UniFormerEncoder(config, dropPathRate);
      case VIT -> new VitEncoder(config, dropPathRate);
      case VOLO -> new VoloEncoder(config, dropPathRate);
    };
  }

  /** (N, 3, H, W), normalized, to the encoder's maps. */
  abstract Features encode(NDArray image, Pass pass);

  /** What its parts cost for an image of one size, in the order in which they are run. */
  abstract List<Cost> costs(int height, int width);

  final SparseVitConfig config() {
    return config;
  }

  /** Grows linearly over all blocks, from 0 to the full rate. */
  final DropPath nextDropPath() {
    return new DropPath(dropPathRate * blocksMade++ / Math.max(1, config.blocks() - 1));
  }

  /** The extractor, if the configuration has one. */
  final Optional<ExtractorProjection> extractor(int width, Geometry first) {
    return config
        .extractor()
        .map(kind -> child("extractor", new ExtractorProjection(kind, width, first)));
  }

  /** The first convolution's output plus the extractor's. */
  static NDArray plus(
      NDArray projected, Optional<ExtractorProjection> extractor, NDArray image, Pass pass) {
    return extractor.map(e -> projected.add(e.run(image, pass))).orElse(projected);
  }

  static Optional<Cost> cost(Optional<ExtractorProjection> extractor, int height, int width) {
    return extractor.map(
        e -> {
          var count = new Count();
          e.count(count, height, width);
          return count.named("extractor", e.parameterCount());
        });
  }

  /** The image to the early map followed by the head's. */
  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    var features = encode(inputs.singletonOrThrow(), new Pass(store, training));
    var list = new NDList(features.stage2());
    list.addAll(features.maps());
    return list;
  }
}
