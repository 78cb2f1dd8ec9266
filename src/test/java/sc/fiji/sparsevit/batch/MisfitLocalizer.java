/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.List;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.MisfitPart.Trace;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds what {@link BrightnessLocalizer} finds, but with the contrast turned up, and in each
 * picture parts that do not fit.
 */
final class MisfitLocalizer implements PictureLocalizer {
  private final PictureLocalizer other = new BrightnessLocalizer();

  @Override
  public ModelIdentity model() {
    return other.model();
  }

  @Override
  public String device() {
    return other.device();
  }

  @Override
  public Localization localize(
      RgbImage image, LocalizationOptions options, ProgressListener watcher) {
    var found = MadeFinding.onStretchedGround(other.localize(image, options, watcher));
    return new Localization(
        found.map(),
        found.network(),
        found.placement(),
        found.selection(),
        found.regions(),
        found.copies(),
        List.of(
            MadeFinding.misfit("compression-1", found.map(), Trace.NOT_COMPRESSED),
            MadeFinding.misfit("seam-1", found.map(), Trace.SEAMS),
            MadeFinding.misfit("seam-2", found.map(), Trace.SEAMS),
            MadeFinding.misfit("grain-1", found.map(), Trace.NO_GRAIN)),
        found.panels(),
        found.score(),
        found.mapping(),
        found.options(),
        found.model(),
        found.device(),
        found.seconds());
  }
}
