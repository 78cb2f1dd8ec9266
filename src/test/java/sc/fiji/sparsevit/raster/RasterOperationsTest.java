/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RasterOperationsTest {

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void resizingKeepsARampWhereItIs(Interpolation interpolation) {
    var ramp = new FloatPlane(40, 24);
    for (int i = 0; i < ramp.values().length; i++) {
      ramp.values()[i] = i % 40;
    }
    for (int width : new int[] {25, 40, 73}) {
      var resized = interpolation.resize(ramp, width, 11);
      for (int x = width / 4; x < 3 * width / 4; x++) {
        assertThat(resized.at(x, 5)).isCloseTo((x + 0.5f) * 40 / width - 0.5f, within(0.2f));
      }
    }
  }

  @Test
  void areaShrinkingAveragesWholeBlocks() {
    var plane = new FloatPlane(4, 2, new float[] {1, 3, 10, 20, 5, 7, 30, 40});
    assertThat(Interpolation.AREA.resize(plane, 2, 1).values()).containsExactly(4, 25);
  }

  @Test
  void bilinearShrinkingDropsPixelsAsOpenCvDoes() {
    var plane = new FloatPlane(8, 1, new float[] {0, 0, 8, 8, 0, 0, 0, 0});
    // Factor 4: centers at 1.5 and 5.5.
    assertThat(Interpolation.BILINEAR.resize(plane, 2, 1).values()).containsExactly(4, 0);
  }

  @Test
  void blurKeepsTheMeanAndHasTheSigma() {
    var point = new FloatPlane(41, 41);
    point.values()[20 * 41 + 20] = 1;
    var spread = GaussianBlur.ofSigma(2).apply(point);
    double sum = 0;
    double variance = 0;
    for (int i = 0; i < spread.values().length; i++) {
      sum += spread.values()[i];
      variance += spread.values()[i] * Math.pow(i % 41 - 20, 2);
    }
    assertThat(sum).isCloseTo(1, within(1e-4));
    assertThat(Math.sqrt(variance)).isCloseTo(2, within(0.05));
  }

  @Test
  void aPictureIsTheSameAsAnImgLib2ImageAndBack() {
    var picture = new RgbRaster(5, 3);
    new Random(4).nextBytes(picture.samples());

    assertThat(RgbRaster.of(picture.toArgb()).samples()).isEqualTo(picture.samples());
  }

  @Test
  void noiseHasTheSigmaAndSharedNoiseIsGray() {
    var gray = new RgbRaster(64, 64);
    for (int i = 0; i < gray.pixels(); i++) {
      gray.set(i, 0x808080);
    }
    var colored = new GaussianNoise(6, false).apply(gray, new SplittableRandom(1));
    double squares = 0;
    for (byte sample : colored.samples()) {
      squares += Math.pow((sample & 255) - 128, 2);
    }
    assertThat(Math.sqrt(squares / colored.samples().length)).isCloseTo(6, within(0.3));
    var shared = new GaussianNoise(6, true).apply(gray, new SplittableRandom(1));
    assertThat(shared.plane(0).values()).isEqualTo(shared.plane(2).values());
    assertThat(colored.plane(0).values()).isNotEqualTo(colored.plane(2).values());
  }

  @Test
  void rotationByAQuarterTurnMovesPixelsExactly() {
    var plane = new FloatPlane(3, 2, new float[] {1, 2, 3, 4, 5, 6});
    var turned = new Rotation(90, Interpolation.BILINEAR).applyToOpacity(plane);
    assertThat(turned.width()).isEqualTo(2);
    assertThat(turned.height()).isEqualTo(3);
    float[] expected = {4, 1, 5, 2, 6, 3};
    assertThat(turned.values()).containsExactly(expected, within(1e-4f));
  }

  @Test
  void imagesOfAnyTypeGiveTheirStoredSamples() {
    var gray = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setSample(0, 0, 0, 100);
    assertThat(RgbRaster.of(gray).at(2, 0, 0)).isEqualTo(100);
    var packed = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    packed.setRGB(1, 0, 0xff0a141e);
    var raster = RgbRaster.of(packed);
    assertThat(raster.at(0, 1, 0)).isEqualTo(10);
    assertThat(raster.at(1, 1, 0)).isEqualTo(20);
    assertThat(RgbRaster.of(raster.toBufferedImage()).samples()).isEqualTo(raster.samples());
  }

  @ParameterizedTest
  @EnumSource
  void picturesAreResizedAsTheirChannelsAre(Interpolation interpolation) {
    var picture = new RgbRaster(40, 30);
    new Random(3).nextBytes(picture.samples());
    for (int width : new int[] {9, 17, 25, 39, 61, 90}) {
      int height = width * 3 / 4;

      var resized = interpolation.resize(picture, width, height);

      for (int c = 0; c < RgbRaster.CHANNELS; c++) {
        float[] exact = interpolation.resize(picture.plane(c), width, height).values();
        for (int i = 0; i < exact.length; i++) {
          assertThat(resized.samples()[c * exact.length + i]).isEqualTo(RgbRaster.round(exact[i]));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void resizingKeepsWhatIsEvenUpToItsEdges(Interpolation interpolation) {
    var even = new FloatPlane(40, 30);
    Arrays.fill(even.values(), 100);
    for (int width : new int[] {5, 9, 17, 25, 39, 61, 90}) {
      float[] resized = interpolation.resize(even, width, width).values();

      assertThat(resized).usingComparatorWithPrecision(1e-3f).containsOnly(100);
    }
  }

  @Test
  void warpingTakesEveryPixelFromItsOwnDistance() {
    var picture = new RgbRaster(4, 1, new byte[] {10, 20, 30, 40, 1, 2, 3, 4, 9, 8, 7, 6});
    var right = new FloatPlane(4, 1, new float[] {1, 0.5f, -2, 3});

    var warped = new Warp(right, new FloatPlane(4, 1)).apply(picture);

    assertThat(warped.samples()).containsExactly(20, 25, 10, 40, 2, 3, 1, 4, 8, 8, 9, 6);
  }
}
