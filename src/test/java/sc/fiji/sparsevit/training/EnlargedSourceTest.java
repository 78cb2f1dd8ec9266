/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.TrainingSample;

class EnlargedSourceTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;

  @Test
  void aPartIsShownTwiceAsLargeWithItsMaskAndHistory() {
    var source = new EnlargedSource(number -> sample(), 3);

    for (int number = 0; number < 30; number++) {
      var shown = source.sample(number);

      assertThat(shown.picture().width()).isEqualTo(WIDTH);
      assertThat(shown.picture().height()).isEqualTo(HEIGHT);
      assertThat(shown.kind()).isEqualTo(ForgeryKind.SPLICE);
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        int x = i % WIDTH;
        int y = i / WIDTH;
        // The history holds each pixel's place, the mask is 1 in columns from 40 to 55.
        int origin = (int) shown.history()[i];
        assertThat(origin).isEqualTo((int) shown.history()[0] + y / 2 * WIDTH + x / 2);
        assertThat(shown.mask()[i]).isEqualTo(mask(origin));
      }
      // JPEG blocks begin where they did.
      assertThat((int) shown.history()[0] % WIDTH % 8).isZero();
      assertThat((int) shown.history()[0] / WIDTH % 8).isZero();
    }
  }

  @Test
  void colorsGoOnSmoothly() {
    var shown = new EnlargedSource(number -> sample(), 3).sample(1);

    int corner = (int) shown.history()[0];
    for (int x = 4; x < WIDTH - 4; x++) {
      // Gray levels rise by 2 a pixel; a quarter of a pixel is half a level.
      double exact = 2 * (corner % WIDTH + (x + .5) / 2 - .5);
      assertThat((double) shown.picture().at(0, x, 10)).isBetween(exact - .51, exact + .51);
    }
  }

  @Test
  void partsOfAForgeryShowForgedAndAuthenticPixelsAlmostAlways() {
    var source = new EnlargedSource(number -> sample(), 3);

    long both =
        LongStream.range(0, 200)
            .mapToDouble(number -> source.sample(number).forgedShare())
            .filter(share -> share > 0 && share < 1)
            .count();

    assertThat(both).isGreaterThan(190);
  }

  @Test
  void anUnknownHistoryStaysUnknown() {
    var source = new EnlargedSource(number -> sample().withoutHistory(), 3);

    assertThat(source.sample(0).history()).isNull();
  }

  private static byte mask(int place) {
    int x = place % WIDTH;
    return (byte) (x >= 40 && x < 56 ? 1 : 0);
  }

  private static TrainingSample sample() {
    var picture = new RgbRaster(WIDTH, HEIGHT);
    var mask = new byte[WIDTH * HEIGHT];
    var history = new float[WIDTH * HEIGHT];
    for (int i = 0; i < mask.length; i++) {
      int gray = 2 * (i % WIDTH);
      picture.set(i, gray << 16 | gray << 8 | gray);
      mask[i] = mask(i);
      history[i] = i;
    }
    return new TrainingSample(picture, mask, history, ForgeryKind.SPLICE);
  }
}
