/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.diagnosis;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.Locale;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Looks for the forged part of the sample image with the built-in model.
 *
 * @param passed whether a region is where the forged part is
 * @param result in a sentence
 * @param device that computed, and in which numbers
 */
record SelfTest(boolean passed, String result, String device) {

  /** Share of region and forged part together that both cover; .87 when this was written. */
  private static final double ENOUGH = 0.5;

  /**
   * @throws IOException if the built-in model cannot be opened
   */
  static SelfTest run() throws IOException {
    var start = System.nanoTime();
    try (var localizer =
        ManipulationLocalizer.open(ModelCatalog.DEFAULT, ComputeOptions.defaults(), w -> {})) {
      var found =
          localizer.localize(
              SampleImage.open(), LocalizationOptions.networkAlone(), ProgressListener.NONE);
      double seconds = (System.nanoTime() - start) / 1e9;
      return of(found, localizer.device(), seconds);
    }
  }

  private static SelfTest of(Localization found, String device, double seconds) {
    double overlap =
        found.regions().regions().stream()
            .mapToDouble(region -> overlap(region.bounds()))
            .max()
            .orElse(0);
    boolean passed = overlap >= ENOUGH;
    return new SelfTest(
        passed,
        String.format(
            Locale.ROOT,
            "%s; %s: %d region(s), highest probability %.3f, overlap with the forged part %.2f;"
                + " %.1f s with opening the model",
            passed ? "passed" : "NOT PASSED",
            SampleImage.NAME,
            found.regions().regions().size(),
            found.score(),
            overlap,
            seconds),
        device);
  }

  private static double overlap(Rectangle region) {
    var both = region.intersection(SampleImage.FORGED);
    if (both.isEmpty()) {
      return 0;
    }
    double shared = area(both);
    return shared / (area(region) + area(SampleImage.FORGED) - shared);
  }

  private static double area(Rectangle box) {
    return (double) box.width * box.height;
  }
}
