/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * The maps of an opened model: scored at the image's size, but at 512x512 in paper mode.
 *
 * @param watcher may end the work within an image; its progress is counted in images elsewhere
 */
record LocalizerMaps(
    ManipulationLocalizer localizer, LocalizationOptions options, ProgressListener watcher)
    implements MapSource {

  @Override
  public Maps localize(RgbImage image) {
    int width = image.width();
    int height = image.height();
    return switch (options.mode()) {
      case NATIVE, THOROUGH -> {
        var pixels = localizer.localize(image, options, cancellation()).map().getPixels();
        var map = new ProbabilityMap((float[]) pixels, width, height);
        yield new Maps(map, map);
      }
      case PAPER -> {
        var squashed = localizer.paperMap(image, cancellation());
        yield new Maps(
            new ProbabilityMap(squashed.probabilities(), squashed.side(), squashed.side()),
            new ProbabilityMap(squashed.atSize(width, height), width, height));
      }
    };
  }

  private ProgressListener cancellation() {
    return new ProgressListener() {
      @Override
      public void progress(long done, long total) {
        // Windows of one image are too small a step to be shown.
      }

      @Override
      public boolean isCanceled() {
        return watcher.isCanceled();
      }
    };
  }
}
