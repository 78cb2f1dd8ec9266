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

  private final Convolution read;

  SingleScaleHead(SparseVitConfig config) {
    read = child("conv_last", Convolution.pointwise(config.channels().get(3), 1));
  }

  @Override
  NDArray fuse(List<NDArray> maps, Pass pass) {
    return read.run(maps.get(maps.size() - 1), pass);
  }
}
