/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.process.FloatProcessor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.NetworkMaps;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.SparseVitArchitecture;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.RegionFinder;

/** Takes green for probability, so that a test knows the map of its pictures. */
final class BrightnessLocalizer implements PictureLocalizer {
  static final String SHA256 = "b".repeat(64);

  final AtomicInteger localized = new AtomicInteger();
  private final String sha256;
  private final long milliseconds;

  BrightnessLocalizer() {
    this(SHA256, 0);
  }

  BrightnessLocalizer(String sha256, long milliseconds) {
    this.sha256 = sha256;
    this.milliseconds = milliseconds;
  }

  @Override
  public ModelIdentity model() {
    return new ModelIdentity(
        "brightness", sha256, new SparseVitArchitecture(SparseVitConfig.lite()), Optional.empty());
  }

  @Override
  public String device() {
    return "cpu, float32";
  }

  @Override
  public Localization localize(
      RgbImage image, LocalizationOptions options, ProgressListener watcher) {
    if (watcher.isCanceled()) {
      throw new CancellationException();
    }
    var map = new FloatProcessor(image.width(), image.height());
    int i = 0;
    for (var pixel : Views.flatIterable(image.pixels())) {
      map.setf(i++, (pixel.get() >> 8 & 0xff) / 255f);
    }
    pause();
    localized.incrementAndGet();
    return new Localization(
        map,
        NetworkMaps.of(map),
        MapPosition.WHOLE,
        null,
        RegionFinder.find(map, options.threshold(), options.minimumArea(), null)
            .placed(MapPosition.WHOLE),
        List.of(),
        List.of(),
        List.of(),
        map.getStatistics().max,
        image.mapping(),
        options,
        model(),
        device(),
        0.25);
  }

  private void pause() {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
