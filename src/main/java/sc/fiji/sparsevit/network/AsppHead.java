/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.network.Convolution.Geometry;

/**
 * Atrous spatial pyramid pooling in LFF's place (Chen et al. 2017; paper table 7): all maps on the
 * coarsest grid, concatenated, seen by a 1x1 convolution, three dilated 3x3 (rates 6, 12, 18) and
 * their mean over the image, then, on the finest grid, fused by 1x1 and read as in DeepLabv3, by
 * 3x3 and 1x1.
 *
 * <p>Under base at 512x512 it has 18.03 M parameters and costs 5.18 G, where the paper states 18.35
 * M and 5.46 G without saying how the maps enter. Only a pyramid on the coarse grid comes near
 * both: on the fine one it would cost 17 G. The branch of the mean has a bias where others have a
 * batch norm, which has nothing to count where one value per image is left.
 */
final class AsppHead extends FusionHead {

  /** Of every branch; independent of the encoder's, but not wider. */
  private static final int WIDTH = 256;

  private static final int[] DILATIONS = {6, 12, 18};

  private final List<MapShape> maps;
  private final int width;
  private final List<Convolution> branches = new ArrayList<>();
  private final List<BatchNorm> branchNorms = new ArrayList<>();
  private final Convolution pooled;
  private final Convolution fuse;
  private final BatchNorm fuseNorm;
  private final Convolution refine;
  private final BatchNorm refineNorm;
  private final Convolution read;

  AsppHead(SparseVitConfig config) {
    maps = config.maps();
    width = Math.min(WIDTH, maps.get(maps.size() - 1).channels());
    int in = maps.stream().mapToInt(MapShape::channels).sum();
    addBranch(in, Geometry.same(1, 1));
    for (int dilation : DILATIONS) {
      addBranch(in, Geometry.same(3, dilation));
    }
    pooled = child("pooled", Convolution.pointwise(in, width));
    fuse = child("fuse", unbiased((branches.size() + 1) * width, 1));
    fuseNorm = child("fuse_norm", new BatchNorm(width));
    refine = child("refine", unbiased(width, 3));
    refineNorm = child("refine_norm", new BatchNorm(width));
    read = child("conv_last", Convolution.pointwise(width, 1));
  }

  private void addBranch(int in, Geometry geometry) {
    int number = branches.size() + 1;
    branches.add(child("branch" + number, Convolution.withoutBias(in, width, geometry)));
    branchNorms.add(child("branch_norm" + number, new BatchNorm(width)));
  }

  private Convolution unbiased(int in, int kernel) {
    return Convolution.withoutBias(in, width, Geometry.same(kernel, 1));
  }

  @Override
  NDArray fuse(List<NDArray> found, Pass pass) {
    var fine = found.get(0).getShape();
    var coarse = found.get(found.size() - 1).getShape();
    var gathered = new NDList();
    for (var map : found) {
      gathered.add(MapLayout.shrink(map, coarse.get(2), coarse.get(3)));
    }
    var x = NDArrays.concat(gathered, 1);
    var seen = new NDList();
    for (int i = 0; i < branches.size(); i++) {
      var branch = relu(branchNorms.get(i).run(branches.get(i).run(x, pass), pass));
      seen.add(MapLayout.upsample(branch, fine.get(2), fine.get(3)));
    }
    var mean = relu(pooled.run(MapLayout.mean(x), pass));
    seen.add(MapLayout.upsample(mean, fine.get(2), fine.get(3)));
    var fused = relu(fuseNorm.run(fuse.run(NDArrays.concat(seen, 1), pass), pass));
    return read.run(relu(refineNorm.run(refine.run(fused, pass), pass)), pass);
  }

  private static NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }

  @Override
  void count(Count count, int height, int width) {
    long fine = maps.get(0).tokens(height, width);
    long coarse = maps.get(maps.size() - 1).tokens(height, width);
    for (var branch : branches) {
      branch.count(count, coarse);
      count.batchNorm(coarse * this.width);
    }
    pooled.count(count, 1);
    count.upsampled((branches.size() + 1) * fine * this.width);
    fuse.count(count, fine);
    refine.count(count, fine);
    count.batchNorm(2 * fine * this.width);
    read.count(count, fine);
  }
}
