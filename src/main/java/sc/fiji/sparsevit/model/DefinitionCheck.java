/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import java.io.IOException;
import java.util.Locale;
import java.util.Random;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.checkpoint.Weights;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.NetworkModel;

/**
 * Whether the built-in model gives, on this machine, what the network as it is defined gives. The
 * form that usually runs has operators of its own for every kind of processor.
 *
 * @param difference the largest of all probabilities of a picture made of random numbers
 */
public record DefinitionCheck(float difference) {

  private static final int HEIGHT = 128;
  private static final int WIDTH = 256;

  /** More than rounding makes of the maps of trained weights. */
  private static final float ALLOWED = 0.001f;

  /**
   * @throws IOException if the built-in model cannot be opened
   */
  public static DefinitionCheck run() throws IOException {
    float[] picture = picture();
    try (var manager = Devices.open(DeviceChoice.CPU, w -> {});
        var used = Models.open(ModelCatalog.DEFAULT, ComputeOptions.defaults(), w -> {})) {
      var stored = ModelCatalog.open(ModelCatalog.DEFAULT);
      var defined =
          new NetworkModel(manager, Weights.network(stored.weights(), stored.config(), manager));
      return new DefinitionCheck(
          largestDifference(
              used.network().probabilities(picture, 1, HEIGHT, WIDTH),
              defined.probabilities(picture, 1, HEIGHT, WIDTH)));
    }
  }

  /** Not if some probability is no number, either. */
  public boolean passed() {
    return difference <= ALLOWED;
  }

  /** In words. */
  public String result() {
    return String.format(
        Locale.ROOT,
        "%s; computes the network as it is defined, up to %.6f of a probability",
        passed() ? "passed" : "NOT PASSED",
        difference);
  }

  private static float[] picture() {
    var random = new Random(1);
    var values = new float[3 * HEIGHT * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static float largestDifference(float[] some, float[] others) {
    float largest = 0;
    for (int i = 0; i < some.length; i++) {
      largest = Math.max(largest, Math.abs(some[i] - others[i]));
    }
    return largest;
  }
}
