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

  private final List<MapShape> maps;
  private final WidenedMaps widened;
  private final List<Parameter> gammas = new ArrayList<>();
  private final ChannelNorm norm;
  private final Convolution read;

  LearnableFusionHead(SparseVitConfig config) {
    maps = config.maps();
    int width = maps.get(maps.size() - 1).channels();
    for (int i = 1; i <= maps.size(); i++) {
      gammas.add(weight("gamma" + i, Initializers.LAYER_SCALE, width));
    }
    widened = new WidenedMaps(this, maps);
    norm = child("norm", new ChannelNorm(width, 1e-6f));
    read = child("conv_last", Convolution.pointwise(width, 1));
  }

  @Override
  NDArray fuse(List<NDArray> found, Pass pass) {
    NDArray sum = null;
    for (int i = 0; i < found.size(); i++) {
      var wide = MapLayout.channelsLast(widened.get(i, found, pass));
      var weighted = wide.mul(pass.value(gammas.get(i), wide));
      sum = sum == null ? weighted : sum.add(weighted);
    }
    return read.run(MapLayout.channelsFirst(norm.run(sum, pass)), pass);
  }

  @Override
  void count(Count count, int height, int width) {
    var last = maps.get(maps.size() - 1);
    long tokens = maps.get(0).tokens(height, width);
    widened.count(count, height, width);
    count.layerNorm(tokens * last.channels());
    read.count(count, tokens);
  }
}
