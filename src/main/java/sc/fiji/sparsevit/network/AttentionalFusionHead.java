/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.network.Convolution.Geometry;

/**
 * Attentional feature fusion in LFF's place (AFF, Dai et al. 2021; paper table 7): the maps widened
 * and upsampled as for LFF, then joined one after the other, x and y to 2wx + 2(1 - w)y, with
 * weights w from what x + y holds at every token and over the image.
 *
 * <p>Under base at 512x512 it has 3.30 M parameters and costs 2.03 G as fvcore counts, where the
 * paper states 3.67 M and 2.06 G. The paper does not say how narrow the context is; half the width
 * meets its cost, AFF's usual quarter would be 1.98 M and 1.35 G. What its other parameters are, it
 * does not say; they cost nothing, so they see no grid.
 */
final class AttentionalFusionHead extends FusionHead {

  private final List<MapShape> maps;
  private final int width;
  private final WidenedMaps widened;
  private final List<Joint> joints = new ArrayList<>();
  private final ChannelNorm norm;
  private final Convolution read;

  AttentionalFusionHead(SparseVitConfig config) {
    maps = config.maps();
    width = maps.get(maps.size() - 1).channels();
    widened = new WidenedMaps(this, maps);
    for (int i = 1; i < maps.size(); i++) {
      joints.add(child("joint" + i, new Joint(width)));
    }
    norm = child("norm", new ChannelNorm(width, 1e-6f));
    read = child("conv_last", Convolution.pointwise(width, 1));
  }

  @Override
  NDArray fuse(List<NDArray> found, Pass pass) {
    var x = widened.get(0, found, pass);
    for (int i = 1; i < found.size(); i++) {
      x = joints.get(i - 1).join(x, widened.get(i, found, pass), pass);
    }
    return read.run(MapLayout.channelsFirst(norm.run(MapLayout.channelsLast(x), pass)), pass);
  }

  @Override
  void count(Count count, int height, int width) {
    long tokens = maps.get(0).tokens(height, width);
    widened.count(count, height, width);
    joints.forEach(joint -> joint.count(count, tokens));
    count.layerNorm(tokens * this.width);
    read.count(count, tokens);
  }

  /** Two maps to one, (N, C, H, W). */
  private static final class Joint extends KeyedBlock {
    private final Context local;
    private final Context global;

    Joint(int width) {
      local = child("local", new Context(width, true));
      global = child("global", new Context(width, false));
    }

    NDArray join(NDArray x, NDArray y, Pass pass) {
      var sum = x.add(y);
      var everywhere = global.run(MapLayout.mean(sum), pass);
      var weight = Activation.sigmoid(local.run(sum, pass).add(everywhere));
      // 2wx + 2(1 - w)y
      var joined = y.add(weight.mul(x.sub(y)));
      return joined.add(joined);
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      return new NDList(join(inputs.get(0), inputs.get(1), new Pass(store, training)));
    }

    void count(Count count, long tokens) {
      local.count(count, tokens);
      global.count(count, 1);
    }
  }

  /**
   * 1x1 to half the width and back. Batch norms only where there is a grid: over single values per
   * image there is nothing to count.
   */
  private static final class Context extends Layer {
    private final Convolution narrow;
    private final Convolution widen;
    private final List<BatchNorm> norms;
    private final int width;

    Context(int width, boolean grid) {
      this.width = width;
      narrow = child("narrow", Convolution.of(width, width / 2, Geometry.same(1, 1)));
      widen = child("widen", Convolution.of(width / 2, width, Geometry.same(1, 1)));
      norms =
          grid
              ? List.of(
                  child("norm1", new BatchNorm(width / 2)), child("norm2", new BatchNorm(width)))
              : List.of();
    }

    @Override
    protected NDArray forward(NDArray x, Pass pass) {
      var inner = narrow.run(x, pass);
      if (norms.isEmpty()) {
        return widen.run(inner.getNDArrayInternal().relu(), pass);
      }
      var normed = norms.get(0).run(inner, pass).getNDArrayInternal().relu();
      return norms.get(1).run(widen.run(normed, pass), pass);
    }

    void count(Count count, long tokens) {
      narrow.count(count, tokens);
      widen.count(count, tokens);
      if (!norms.isEmpty()) {
        count.batchNorm(tokens * (width / 2 + width));
      }
    }
  }
}
