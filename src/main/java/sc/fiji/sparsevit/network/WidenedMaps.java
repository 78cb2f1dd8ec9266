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

/**
 * The encoder's maps at the width of the last and on the grid of the first: those of other stages
 * than the last go through a 1x1 convolution, what is coarser is upsampled.
 */
final class WidenedMaps {

  private final List<MapShape> maps;
  private final List<Optional<Convolution>> widen = new ArrayList<>();

  /**
   * @param owner whose children the convolutions become, {@code conv_layer1} and so on
   */
  WidenedMaps(FusionHead owner, List<MapShape> maps) {
    this.maps = maps;
    int width = last().channels();
    for (int i = 1; i <= maps.size(); i++) {
      int channels = maps.get(i - 1).channels();
      widen.add(
          channels == width && maps.get(i - 1).stride() == last().stride()
              ? Optional.empty()
              : Optional.of(owner.child("conv_layer" + i, Convolution.pointwise(channels, width))));
    }
  }

  /** One of the encoder's maps, (N, C, H/16, W/16). */
  NDArray get(int index, List<NDArray> found, KeyedBlock.Pass pass) {
    var map = found.get(index);
    var fine = found.get(0).getShape();
    var wide = widen.get(index).map(convolution -> convolution.run(map, pass)).orElse(map);
    return MapLayout.upsample(wide, fine.get(2), fine.get(3));
  }

  void count(Count count, int height, int width) {
    long fine = maps.get(0).tokens(height, width);
    for (int i = 0; i < maps.size(); i++) {
      long tokens = maps.get(i).tokens(height, width);
      widen.get(i).ifPresent(convolution -> convolution.count(count, tokens));
      count.upsampled(tokens == fine ? 0 : fine * last().channels());
    }
  }

  private MapShape last() {
    return maps.get(maps.size() - 1);
  }
}
