/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import java.util.List;

/** The last map alone through a 1x1 convolution (paper table 6). */
final class SingleScaleHead extends FusionHead {

  private final MapShape last;
  private final Convolution read;

  SingleScaleHead(SparseVitConfig config) {
    last = config.maps().get(config.maps().size() - 1);
    read = child("conv_last", Convolution.pointwise(last.channels(), 1));
  }

  @Override
  NDArray fuse(List<NDArray> maps, Pass pass) {
    return read.run(maps.get(maps.size() - 1), pass);
  }

  @Override
  void count(Count count, int height, int width) {
    read.count(count, last.tokens(height, width));
  }
}
