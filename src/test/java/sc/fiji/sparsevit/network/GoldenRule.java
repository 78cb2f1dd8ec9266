/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import java.nio.charset.StandardCharsets;

/** Fills a network and its input by the rule that the golden files state, in any language. */
public final class GoldenRule {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long SEED = 1;

  private GoldenRule() {}

  /** A frozen network, every parameter and buffer by the rule. */
  public static SparseVit network(NDManager manager, SparseVitConfig config) {
    var network = new SparseVit(config).initialized(manager);
    network.freeze(true);
    fill(network);
    return network;
  }

  /** Every parameter and buffer by the rule. */
  public static void fill(SparseVit network) {
    network.state().forEach(GoldenRule::fill);
  }

  /** The normalized input (1, 3, height, width). */
  public static NDArray input(NDManager manager, int height, int width) {
    var values = uniform("input", 3 * height * width);
    return manager.create(scaled(values, 0, 2), new Shape(1, 3, height, width));
  }

  /** Free weights of a Bayar filter, positive. */
  static float[] bayar() {
    return scaled(uniform("filter.weight", 3 * 3 * 5 * 5), 0.5, 0.3);
  }

  private static void fill(String key, Parameter parameter) {
    var array = parameter.getArray();
    if (key.endsWith("num_batches_tracked")) {
      return;
    }
    var shape = array.getShape();
    var last = key.substring(key.lastIndexOf('.') + 1);
    double offset = 0;
    double factor;
    if (last.equals("running_var")) {
      offset = 1;
      factor = 0.3;
    } else if (last.equals("running_mean") || last.equals("bias")) {
      factor = 0.1;
    } else if (last.startsWith("gamma")) {
      offset = 0.5;
      factor = 0.3;
    } else if (shape.dimension() == 1) {
      offset = 1;
      factor = 0.2;
    } else {
      factor = Math.sqrt(3.0 / (shape.size() / shape.get(0)));
    }
    array.set(scaled(uniform(key, (int) shape.size()), offset, factor));
  }

  private static float[] scaled(double[] values, double offset, double factor) {
    var scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (offset + factor * values[i]);
    }
    return scaled;
  }

  /** Values of [-1, 1): splitmix64 of the key's FNV-1a hash. */
  private static double[] uniform(String key, int count) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    var values = new double[count];
    for (int i = 0; i < count; i++) {
      long z = hash + SEED * GOLDEN_GAMMA + (i + 1L) * GOLDEN_GAMMA;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
      values[i] = (z >>> 11) * 0x1p-52 - 1;
    }
    return values;
  }
}
