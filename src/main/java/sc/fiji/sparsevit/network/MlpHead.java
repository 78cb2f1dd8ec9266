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

/**
 * SegFormer's head in LFF's place (paper table 6): a linear layer per map to one width, upsampled,
 * concatenated, fused by a 1x1 convolution with batch norm and ReLU, read by another.
 */
final class MlpHead extends FusionHead {

  private final List<MapShape> maps;
  private final List<Convolution> project = new ArrayList<>();
  private final Convolution mix;
  private final BatchNorm norm;
  private final Convolution read;

  MlpHead(SparseVitConfig config) {
    maps = config.maps();
    int width = maps.get(maps.size() - 1).channels();
    for (int i = 1; i <= maps.size(); i++) {
      int in = maps.get(i - 1).channels();
      project.add(child("linear_c" + i, Convolution.pointwise(in, width)));
    }
    mix = child("linear_fuse", Convolution.pointwise(maps.size() * width, width));
    norm = child("norm", new BatchNorm(width));
    read = child("linear_pred", Convolution.pointwise(width, 1));
  }

  @Override
  NDArray fuse(List<NDArray> found, Pass pass) {
    var grid = found.get(0).getShape();
    var wide = new NDList();
    for (int i = 0; i < found.size(); i++) {
      var projected = project.get(i).run(found.get(i), pass);
      wide.add(MapLayout.upsample(projected, grid.get(2), grid.get(3)));
    }
    var mixed = norm.run(mix.run(NDArrays.concat(wide, 1), pass), pass);
    return read.run(mixed.getNDArrayInternal().relu(), pass);
  }

  @Override
  void count(Count count, int height, int width) {
    long fine = maps.get(0).tokens(height, width);
    int channels = maps.get(maps.size() - 1).channels();
    for (int i = 0; i < maps.size(); i++) {
      long tokens = maps.get(i).tokens(height, width);
      project.get(i).count(count, tokens);
      count.upsampled(tokens == fine ? 0 : fine * channels);
    }
    mix.count(count, fine);
    count.batchNorm(fine * channels);
    read.count(count, fine);
  }
}
