/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.evaluation.Distortion.Family;
import sc.fiji.sparsevit.image.RgbImage;

class DistortionTest {
  @Test
  void theSweepIsThatOfThePaper() {
    assertThat(Distortion.sweep()).hasSize(18).doesNotContain(Distortion.NONE);
    assertThat(Distortion.sweep())
        .extracting(Distortion::toString)
        .contains("blur 3", "blur 23", "noise 3", "noise 23", "jpeg 50", "jpeg 100");
  }

  @Test
  void noiseHasTheVarianceItNames() {
    var noisy = new Distortion(Family.NOISE, 15).apply(gray(200, 200, 128));

    double sum = 0;
    double squares = 0;
    for (ARGBType pixel : Views.flatIterable(noisy.pixels())) {
      double difference = ARGBType.green(pixel.get()) - 128;
      sum += difference;
      squares += difference * difference;
    }
    assertThat(sum / 40000).isCloseTo(0, within(.1));
    // Rounding to whole gray levels adds a twelfth.
    assertThat(squares / 40000).isCloseTo(15 + 1 / 12., within(.5));
  }

  @Test
  void blurSpreadsAPointAsItsKernelSays() {
    var point = new BufferedImage(31, 31, BufferedImage.TYPE_INT_RGB);
    point.setRGB(15, 15, 0xffffff);

    var blurred = new Distortion(Family.BLUR, 7).apply(AwtPictures.toRgbImage(point));

    // sigma 1.4: the kernel's center weighs 0.2880 across and down.
    assertThat(red(blurred, 15, 15)).isEqualTo((int) Math.round(255 * .2880 * .2880));
    assertThat(red(blurred, 18, 15)).isPositive();
    assertThat(red(blurred, 19, 15)).isZero();
  }

  @Test
  void distortionsRepeatAndLeaveTheImageAlone() {
    var image = gray(20, 10, 77);
    var noise = new Distortion(Family.NOISE, 7);

    assertThat(red(noise.apply(image), 3, 4)).isEqualTo(red(noise.apply(image), 3, 4));
    assertThat(red(image, 3, 4)).isEqualTo(77);
    assertThat(Distortion.NONE.apply(image)).isSameAs(image);
    assertThat(red(new Distortion(Family.JPEG, 50).apply(image), 3, 4)).isBetween(74, 80);
  }

  private static RgbImage gray(int width, int height, int value) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      picture.setRGB(i % width, i / width, value * 0x010101);
    }
    return AwtPictures.toRgbImage(picture);
  }

  private static int red(RgbImage image, int x, int y) {
    return ARGBType.red(image.pixels().getAt(x, y).get());
  }
}
