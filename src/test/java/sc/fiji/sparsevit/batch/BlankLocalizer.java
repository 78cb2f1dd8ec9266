/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.process.FloatProcessor;
import java.util.List;
import java.util.Optional;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.NetworkMaps;
import sc.fiji.sparsevit.figure.PanelFinder;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.SparseVitArchitecture;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.RegionFinder;

/** Finds the panels of figures, and nothing in them: what comes after the network needs no more. */
final class BlankLocalizer implements PictureLocalizer {

  @Override
  public ModelIdentity model() {
    return new ModelIdentity(
        "blank",
        "c".repeat(64),
        new SparseVitArchitecture(SparseVitConfig.lite()),
        Optional.empty());
  }

  @Override
  public String device() {
    return "cpu, float32";
  }

  @Override
  public Localization localize(
      RgbImage image, LocalizationOptions options, ProgressListener watcher) {
    var map = new FloatProcessor(image.width(), image.height());
    return new Localization(
        map,
        NetworkMaps.of(map),
        MapPosition.WHOLE,
        null,
        RegionFinder.find(map, 0.5, 64, null).placed(MapPosition.WHOLE),
        List.of(),
        List.of(),
        PanelFinder.find(image.pixels()),
        0,
        image.mapping(),
        options,
        model(),
        device(),
        0.25);
  }
}
