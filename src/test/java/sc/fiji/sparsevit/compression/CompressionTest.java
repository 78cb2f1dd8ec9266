/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.evaluation.heldout.PictureIo;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.image.StackPosition;

class CompressionTest {

  /** The first row of ISO 10918-1, table K.1. */
  private static final int[] STANDARD = {16, 11, 10, 16, 24, 40, 51, 61};

  /** Downsampled photograph without a trace of an earlier compression. */
  private final ColorProcessor picture =
      (ColorProcessor) IJ.openImage("sample-images/copy-move-dandelion.png").getProcessor();

  @ParameterizedTest
  @ValueSource(ints = {50, 75, 90})
  void theStepsOfTheCompressionAreFound(int quality) throws Exception {
    var steps = found(PictureIo.throughJpeg(picture, quality)).orElseThrow().steps().sizes();

    for (int i = 1; i < 4; i++) {
      assertThat(steps[i]).isEqualTo(step(STANDARD[i], quality));
    }
  }

  @Test
  void theGridIsFoundWhereThePictureWasCropped() throws Exception {
    var saved = PictureIo.throughJpeg(picture, 80);
    saved.setRoi(3, 6, 400, 200);

    var grid = found((ColorProcessor) saved.crop()).orElseThrow().grid();

    assertThat(grid.x()).isEqualTo(5);
    assertThat(grid.y()).isEqualTo(2);
  }

  @Test
  void withoutACompressionNoneIsFound() {
    assertThat(found(picture)).isEmpty();
  }

  private static Optional<Compression> found(ColorProcessor picture) {
    var image = new ImagePlus("", picture);
    return Compression.find(RgbViews.of(image, StackPosition.current(image)));
  }

  /** As the IJG's library scales the standard's. */
  private static int step(int standard, int quality) {
    int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    return Math.max(1, (standard * scale + 50) / 100);
  }
}
