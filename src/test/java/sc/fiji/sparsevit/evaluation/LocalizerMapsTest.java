/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.progress.ProgressListener;

class LocalizerMapsTest {
  private final BufferedImage picture = new BufferedImage(190, 70, BufferedImage.TYPE_INT_RGB);

  @Test
  void paperModeIsScoredAt512AndNativeModeAtTheImagesSize() throws IOException {
    try (var localizer = ManipulationLocalizer.open("lite")) {
      for (LocalizationMode mode : LocalizationMode.values()) {
        var options = LocalizationOptions.defaults().withMode(mode);
        var image = AwtPictures.toRgbImage(picture);

        var maps = new LocalizerMaps(localizer, options, ProgressListener.NONE).localize(image);

        int side = mode == LocalizationMode.PAPER ? 512 : 190;
        assertThat(maps.scored().width()).isEqualTo(side);
        assertThat(maps.scored().values())
            .hasSize(mode == LocalizationMode.PAPER ? 512 * 512 : 190 * 70);
        var shown = localizer.localize(image, options, ProgressListener.NONE).map();
        assertThat(maps.atImageSize().values()).isEqualTo((float[]) shown.getPixels());
      }
    }
  }
}
