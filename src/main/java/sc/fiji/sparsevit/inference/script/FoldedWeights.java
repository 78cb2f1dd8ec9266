/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

/** Weights of the network by key, with what is constant at inference worked into them. */
final class FoldedWeights {

  private static final double BATCH_NORM_EPSILON = 1e-5;

  private final WeightSource source;

  FoldedWeights(WeightSource source) {
    this.source = source;
  }

  /** A weight matrix or kernel with its bias. */
  record Affine(ScriptTensor weight, ScriptTensor bias) {

    /** Followed by a factor per output. */
    Affine scaled(float[] factors) {
      return new Affine(weight.timesPerOutput(factors), bias.timesPerOutput(factors));
    }

    /** As a linear layer over the last axis. */
    Affine asLinear() {
      return new Affine(weight.as(weight.outputs(), weight.perOutput()), bias);
    }
  }

  ScriptTensor tensor(String key) {
    return ScriptTensor.of(source, key);
  }

  /** The {@code .weight} and {@code .bias} under a key; zeros for a bias that it has not. */
  Affine affine(String key) {
    var weight = tensor(key + ".weight");
    var bias =
        source.contains(key + ".bias")
            ? tensor(key + ".bias")
            : new ScriptTensor(new long[] {weight.outputs()}, new float[weight.outputs()]);
    return new Affine(weight, bias);
  }

  /** A 1x1 convolution after a batch norm, as one linear layer. */
  Affine afterBatchNorm(String norm, String pointwise) {
    float[] mean = tensor(norm + ".running_mean").values();
    float[] variance = tensor(norm + ".running_var").values();
    float[] weight = tensor(norm + ".weight").values();
    float[] bias = tensor(norm + ".bias").values();
    var linear = affine(pointwise).asLinear();
    int in = linear.weight.perOutput();
    float[] folded = linear.weight.values().clone();
    var shift = new float[linear.weight.outputs()];
    for (int o = 0; o < shift.length; o++) {
      double sum = 0;
      for (int i = 0; i < in; i++) {
        double factor = weight[i] / Math.sqrt(variance[i] + BATCH_NORM_EPSILON);
        sum += folded[o * in + i] * (bias[i] - mean[i] * factor);
        folded[o * in + i] *= (float) factor;
      }
      shift[o] = (float) sum;
    }
    return new Affine(new ScriptTensor(linear.weight.shape(), folded), linear.bias.plus(shift));
  }

  /** x + convolution(x), depthwise, as one convolution. */
  Affine withIdentity(String depthwise) {
    var convolution = affine(depthwise);
    int each = convolution.weight.perOutput();
    float[] kernel = convolution.weight.values().clone();
    for (int center = each / 2; center < kernel.length; center += each) {
      kernel[center] += 1;
    }
    return new Affine(new ScriptTensor(convolution.weight.shape(), kernel), convolution.bias);
  }

  /** A linear layer followed by layer scale. */
  Affine scaled(String linear, String gamma) {
    return affine(linear).scaled(tensor(gamma).values());
  }

  /**
   * A convolution with kernel = stride over (N, H, W, C) patches, as a linear layer over patches
   * flattened in the order row, column, channel.
   */
  Affine patches(String projection) {
    var convolution = affine(projection);
    long[] shape = convolution.weight.shape();
    int channels = (int) shape[1];
    int area = (int) (shape[2] * shape[3]);
    float[] from = convolution.weight.values();
    var to = new float[from.length];
    for (int o = 0; o < shape[0]; o++) {
      for (int c = 0; c < channels; c++) {
        for (int p = 0; p < area; p++) {
          to[(o * area + p) * channels + c] = from[(o * channels + c) * area + p];
        }
      }
    }
    return new Affine(
        new ScriptTensor(new long[] {shape[0], (long) area * channels}, to), convolution.bias);
  }
}
