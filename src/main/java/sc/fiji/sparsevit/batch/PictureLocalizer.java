/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.progress.ProgressListener;

/** What a screening needs of an open model. */
public interface PictureLocalizer {

  ModelIdentity model();

  /** The device that computes, and the numbers it computes with. */
  String device();

  /** Called by one thread at a time. */
  Localization localize(RgbImage image, LocalizationOptions options, ProgressListener watcher);

  /** A model that its opener closes. */
  static PictureLocalizer of(ManipulationLocalizer localizer) {
    return new PictureLocalizer() {
      @Override
      public ModelIdentity model() {
        return localizer.model();
      }

      @Override
      public String device() {
        return localizer.device();
      }

      @Override
      public Localization localize(
          RgbImage image, LocalizationOptions options, ProgressListener watcher) {
        return localizer.localize(image, options, watcher);
      }
    };
  }
}
