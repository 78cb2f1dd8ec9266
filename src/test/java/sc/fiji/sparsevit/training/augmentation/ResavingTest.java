/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.Jpeg;
import sc.fiji.sparsevit.raster.RgbRaster;

class ResavingTest {

  private static final int COUNT = 400;

  /**
   * Two classes of images that were saved as those of a data set are: the authentic finely, the
   * forged once more and coarsely. Whoever guesses by the strength of compression is right four
   * times in five before, and hardly more often than by chance afterwards.
   */
  @Test
  void compressionNoLongerTellsForgedFromAuthentic() {
    var random = new SplittableRandom(1);
    var authentic = new double[COUNT];
    var forged = new double[COUNT];
    var authenticBefore = new double[COUNT];
    var forgedBefore = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      var scene = scene(random);
      var camera = new Jpeg(random.nextInt(82, 95), false).recompress(scene);
      var editor = new Jpeg(random.nextInt(66, 90), false).recompress(camera);
      var one = new MaskedPicture(camera, new byte[camera.pixels()]);
      var mask = new byte[camera.pixels()];
      mask[0] = 1;
      var other = new MaskedPicture(editor, mask);
      authenticBefore[i] = lost(one, scene);
      forgedBefore[i] = lost(other, scene);
      authentic[i] = lost(new Resaving().apply(one, random), scene);
      forged[i] = lost(new Resaving().apply(other, random), scene);
    }
    assertThat(auc(authenticBefore, forgedBefore)).isGreaterThan(0.8);
    assertThat(auc(authentic, forged)).isCloseTo(0.5, within(0.1));
  }

  private static RgbRaster scene(SplittableRandom random) {
    var picture = new RgbRaster(48, 48);
    double slope = 1 + random.nextDouble();
    for (int i = 0; i < picture.pixels(); i++) {
      int value = (int) (90 + slope * (i % 48) + 12 * random.nextDouble());
      picture.set(i, value << 16 | value << 8 | value);
    }
    return picture;
  }

  private static double lost(MaskedPicture seen, RgbRaster scene) {
    double sum = 0;
    for (int i = 0; i < scene.samples().length; i++) {
      double step = (seen.picture().samples()[i] & 255) - (scene.samples()[i] & 255);
      sum += step * step;
    }
    return sum;
  }

  private static double auc(double[] low, double[] high) {
    double right = 0;
    for (double a : low) {
      for (double b : high) {
        right += a < b ? 1 : a == b ? 0.5 : 0;
      }
    }
    return right / low.length / high.length;
  }
}
