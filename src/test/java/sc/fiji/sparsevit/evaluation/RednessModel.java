/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.util.Optional;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.model.SparseVitArchitecture;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** A model whose probability is the red of a pixel, so that a test paints the map it wants. */
final class RednessModel implements MapSource {
  static final ModelIdentity IDENTITY =
      new ModelIdentity(
          "redness", "abc", new SparseVitArchitecture(SparseVitConfig.lite()), Optional.empty());

  private int localized;

  @Override
  public Maps localize(RgbImage image) {
    localized++;
    var values = new float[image.width() * image.height()];
    int i = 0;
    for (ARGBType pixel : Views.flatIterable(image.pixels())) {
      values[i++] = ARGBType.red(pixel.get()) / 255f;
    }
    var map = new ProbabilityMap(values, image.width(), image.height());
    return new Maps(map, map);
  }

  /** How often it was asked. */
  int localized() {
    return localized;
  }
}
