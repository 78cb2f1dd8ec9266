/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.raster.RgbRaster;

class ReductionTest {

  private static final Looks TWO = new Looks(List.of(Look.TURNED), 0);

  @ParameterizedTest
  @CsvSource({
    "1023,1000,0",
    "1024,768,1",
    "900,1535,1",
    "1536,1000,2",
    "4000,3000,3",
    "6144,4000,4",
    "1536,128,1",
    "5000,127,0"
  })
  void largeImagesAreMadeSmallerUntilTheirLongerSideIsThatOfTraining(
      int width, int height, int sizes) {
    var smaller = Reduction.of(image(new int[width * height], width, height));

    assertThat(smaller).hasSize(sizes);
    for (int i = 0; i < sizes; i++) {
      assertThat(smaller.get(i).width()).isEqualTo(width >> i + 1);
      assertThat(smaller.get(i).height()).isEqualTo(height >> i + 1);
    }
  }

  @Test
  void eachPixelIsTheMeanOfFour() {
    int[] pixels = {0x0a0000, 0x0b0000, 7, 0x0000c8, 0x000065, 7, 7, 7, 7};

    var halved = RgbRaster.of(Reduction.halved(image(pixels, 3, 3)).pixels());

    assertThat(halved.pixels()).isEqualTo(1);
    // 21/4, 0, and 301/4
    assertThat(halved.samples()).containsExactly(5, 0, 75);
  }

  @Test
  void aSmallerMapIsLaidOverTheImage() {
    var sum = new float[9 * 4];

    Reduction.add(sum, 9, 4, new float[] {0, 1, 0, 0, 0, 1, 0, 0}, 2);

    // Rows alike; between two centers in quarters, the last column like the one before
    for (int row = 0; row < 4; row++) {
      assertThat(Arrays.copyOfRange(sum, 9 * row, 9 * row + 9))
          .containsExactly(new float[] {0, .25f, .75f, .75f, .25f, 0, 0, 0, 0}, within(1e-6f));
    }
  }

  @Test
  void theMeanOfAllSizesCounts() {
    int width = 1600;
    var pixels = new int[width * 1000];
    pixels[20 * width + 20] = 0xffffff;

    var seen =
        NativeResolution.localize(
            new LowWindows(), image(pixels, width, 1000), TWO, ProgressListener.NONE);

    // Shown with .84 at 400x250, but not at 800x500 and 1600x1000; .44 becomes .5. The whole image
    // hangs together with the white pixel.
    assertThat(seen.joined()[500 * width + 800])
        .isCloseTo(Hysteresis.LOW.shifted(bar(.28)), within(1e-4f));
    // A single white pixel is gray at half the size.
    assertThat(seen.joined()[20 * width + 20]).isCloseTo(bar(1.84 / 3), within(1e-4f));
    assertThat(seen.first()[500 * width + 800]).isCloseTo(bar(.28), within(1e-4f));
  }

  @Test
  void aLargeImageIsNotEnlarged() {
    var looks = Looks.ONE.with(new EnlargedLook(new Bar(.5), 0));
    var further = new Looks(TWO.further(), 0, looks.enlarged());
    var model = new LowWindows();

    NativeResolution.localize(
        model, image(new int[1024 * 512], 1024, 512), further, ProgressListener.NONE);

    assertThat(model.enlarged).isZero();

    NativeResolution.localize(
        model, image(new int[1023 * 512], 1023, 512), further, ProgressListener.NONE);

    assertThat(model.enlarged).isPositive();
  }

  private static float bar(double mean) {
    return (float) (mean / (mean + (1 - mean) * .44 / .56));
  }

  @Test
  void aPublishedNetworkIsNotShownThem() {
    var pixels = new int[1600 * 1000];

    var seen =
        NativeResolution.localize(
            new LowWindows(), image(pixels, 1600, 1000), Looks.ONE, ProgressListener.NONE);

    assertThat(seen.joined()).containsOnly(0);
  }

  private static RgbImage image(int[] argb, int width, int height) {
    return new RgbImage(ArrayImgs.argbs(argb, width, height), RgbMapping.identity());
  }

  /** Suspects everything in windows of half the height, and white elsewhere. */
  private static final class LowWindows implements WindowModel {

    private int enlarged;

    @Override
    public WindowModel seeing(Look look) {
      enlarged += look == Look.ENLARGED ? 1 : 0;
      return this;
    }

    @Override
    public Window window() {
      return new Window(512, 128, 128, 32, SparseVitWindow.NORMALIZATION);
    }

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      var map = new float[n * height * width];
      for (int i = 0; i < map.length; i++) {
        map[i] = height <= 256 ? .84f : images[i] > 2 ? 1 : 0;
      }
      return map;
    }

    @Override
    public String device() {
      return "none";
    }

    @Override
    public void close() {}
  }
}
