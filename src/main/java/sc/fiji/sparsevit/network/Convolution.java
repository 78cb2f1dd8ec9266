/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.initializer.Initializer;
import java.util.Optional;

/** A convolution: (N, C, H, W) to (N, C', H', W'). */
final class Convolution extends Layer {

  private final Parameter weight;
  private final Optional<Parameter> bias;
  private final Geometry geometry;
  private final int groups;

  /** Where a kernel looks, in pixels; padding is with zeros. */
  record Geometry(int kernel, int stride, int padding, int dilation) {

    /** Keeps the grid. */
    static Geometry same(int kernel, int dilation) {
      return new Geometry(kernel, 1, kernel / 2 * dilation, dilation);
    }

    /** Patches side by side, one output each. */
    static Geometry patches(int size) {
      return new Geometry(size, size, 0, 1);
    }
  }

  private Convolution(int in, int out, Geometry geometry, int groups, Kind kind) {
    int kernel = geometry.kernel;
    var initial = kind.initial((long) in / groups * kernel * kernel);
    long[] shape = {out, in / groups, kernel, kernel};
    this.weight =
        kind == Kind.UNUSED ? unused("weight", initial, shape) : weight("weight", initial, shape);
    this.bias =
        switch (kind) {
          case BIASED -> Optional.of(weight("bias", initial, out));
          case UNUSED -> Optional.of(unused("bias", initial, out));
          case PLAIN, SILENT -> Optional.empty();
        };
    this.geometry = geometry;
    this.groups = groups;
  }

  private enum Kind {
    BIASED,
    /** Without bias. */
    PLAIN,
    /** Without bias, and its output starts as 0. */
    SILENT,
    /** Checkpoints hold it and nothing calls it. */
    UNUSED;

    Initializer initial(long fanIn) {
      return this == SILENT ? Initializers.ZEROS : Initializers.convolution(fanIn);
    }
  }

  static Convolution pointwise(int in, int out) {
    return new Convolution(in, out, Geometry.same(1, 1), 1, Kind.BIASED);
  }

  static Convolution depthwise(int channels, int kernel) {
    return new Convolution(channels, channels, Geometry.same(kernel, 1), channels, Kind.BIASED);
  }

  /** Depthwise 3x3 that checkpoints hold and nothing calls. */
  static Convolution unusedDepthwise(int channels) {
    return new Convolution(channels, channels, Geometry.same(3, 1), channels, Kind.UNUSED);
  }

  static Convolution of(int in, int out, Geometry geometry) {
    return new Convolution(in, out, geometry, 1, Kind.BIASED);
  }

  static Convolution withoutBias(int in, int out, Geometry geometry) {
    return new Convolution(in, out, geometry, 1, Kind.PLAIN);
  }

  /** Without bias, and its output starts as 0. */
  static Convolution silent(int in, int out, Geometry geometry) {
    return new Convolution(in, out, geometry, 1, Kind.SILENT);
  }

  int stride() {
    return geometry.stride;
  }

  /** Adds the cost of so many places of the output. */
  void count(Count count, long places) {
    count.products(places * weight.getShape().size());
  }

  @Override
  protected NDArray forward(NDArray x, Pass pass) {
    return Conv2d.conv2d(
            x,
            pass.value(weight, x),
            bias.map(b -> pass.value(b, x)).orElse(null),
            square(geometry.stride),
            square(geometry.padding),
            square(geometry.dilation),
            groups)
        .singletonOrThrow();
  }

  private static Shape square(int side) {
    return new Shape(side, side);
  }
}
