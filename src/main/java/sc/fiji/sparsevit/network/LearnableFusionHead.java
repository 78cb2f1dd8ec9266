/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * Learnable feature fusion (paper section 3.3): stage 3's maps widened, stage 4's upsampled, each
 * weighted per channel, summed, normed and read by a 1x1 convolution. The layer norm is the code's;
 * the paper's formulas leave it out.
 */
final class LearnableFusionHead extends FusionHead {

  private final List<Convolution> widen = new ArrayList<>();
  private final List<Parameter> gammas = new ArrayList<>();
  private final ChannelNorm norm;
  private final Convolution read;

  LearnableFusionHead(SparseVitConfig config) {
    int in = config.channels().get(2);
    int width = config.channels().get(3);
    int narrow = config.stage3().size();
    for (int i = 1; i <= narrow + config.stage4().size(); i++) {
      gammas.add(weight("gamma" + i, Initializers.LAYER_SCALE, width));
    }
    for (int i = 1; i <= narrow; i++) {
      widen.add(child("conv_layer" + i, Convolution.pointwise(in, width)));
    }
    norm = child("norm", new ChannelNorm(width, 1e-6f));
    read = child("conv_last", Convolution.pointwise(width, 1));
  }

  @Override
  NDArray fuse(List<NDArray> maps, Pass pass) {
    var grid = maps.get(0).getShape();
    NDArray sum = null;
    for (int i = 0; i < maps.size(); i++) {
      var map = maps.get(i);
      var wide =
          i < widen.size()
              ? widen.get(i).run(map, pass)
              : MapLayout.upsample(map, grid.get(2), grid.get(3));
      var weighted = MapLayout.channelsLast(wide).mul(pass.value(gammas.get(i), map));
      sum = sum == null ? weighted : sum.add(weighted);
    }
    return read.run(MapLayout.channelsFirst(norm.run(sum, pass)), pass);
  }
}
