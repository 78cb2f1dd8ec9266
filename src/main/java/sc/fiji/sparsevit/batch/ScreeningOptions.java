/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Serializable;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.report.RunRecord;

/**
 * What is done with every picture of a screening; a picture is done again where one of these is
 * another.
 *
 * @param localization mode, threshold and minimum area
 * @param compute device and precision that were asked for
 * @param rasterizePages dots per inch at which PDF pages without a raster image are analyzed as
 *     they are printed; 0 leaves them out
 * @param profile that mode, threshold and minimum area come from; null if there was none
 * @param reuse whether the pictures are compared with one another; no picture's own results depend
 *     on it
 */
public record ScreeningOptions(
    LocalizationOptions localization,
    ComputeOptions compute,
    int rasterizePages,
    RunRecord.Profile profile,
    ReuseOptions reuse)
    implements Serializable {
  private static final int LARGEST_RESOLUTION = 2400;

  public ScreeningOptions {
    if (rasterizePages < 0 || rasterizePages > LARGEST_RESOLUTION) {
      throw new IllegalArgumentException(
          "rasterize_pages must be a resolution of up to "
              + LARGEST_RESOLUTION
              + " dpi, or 0 for off, not "
              + rasterizePages);
    }
  }

  /** The pictures are compared with one another. */
  public ScreeningOptions(
      LocalizationOptions localization,
      ComputeOptions compute,
      int rasterizePages,
      RunRecord.Profile profile) {
    this(localization, compute, rasterizePages, profile, ReuseOptions.ON);
  }

  public ScreeningOptions withReuse(ReuseOptions other) {
    return new ScreeningOptions(localization, compute, rasterizePages, profile, other);
  }

  /** What a picture's own results depend on. */
  ScreeningOptions ofPictures() {
    return withReuse(ReuseOptions.OFF);
  }

  RunRecord.Options recorded() {
    return FileLocalizer.recorded(localization, compute, true, profile);
  }

  /** Default localization, panel by panel, on the best device, raster images only. */
  public static ScreeningOptions defaults() {
    return new ScreeningOptions(LocalizationOptions.defaults(), ComputeOptions.defaults(), 0, null);
  }
}
