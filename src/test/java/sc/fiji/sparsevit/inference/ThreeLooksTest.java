/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class ThreeLooksTest {

  private static final int WHITE = 0xffffff;

  @ParameterizedTest
  @CsvSource({"1,1", "3,200", "451,300", "700,1100"})
  void everyLookIsPutBackWhereItWasTaken(int width, int height) {
    int[] pixels =
        new Random(7).ints((long) width * height, 0, 2).map(bit -> bit * WHITE).toArray();

    float[] map =
        ThreeLooks.localize(new White(), image(pixels, width, height), ProgressListener.NONE)
            .joined();

    for (int i = 0; i < map.length; i++) {
      assertThat(map[i]).isCloseTo(pixels[i] == WHITE ? 1 : 0, within(1e-4f));
    }
  }

  @Test
  void whatOnlyOneLookShowsIsLessProbableButNotLost() {
    int[] pixels = new int[128 * 128];
    pixels[60 * 128 + 40] = WHITE;

    var seen =
        ThreeLooks.localize(new RightOfWhite(), image(pixels, 128, 128), ProgressListener.NONE);
    float[] map = seen.joined();

    // To the right as it is; mirrored and upside down, what was left has become right.
    assertThat(map[60 * 128 + 41]).isCloseTo((float) Math.sqrt(1 / 3.0), within(1e-4f));
    assertThat(map[60 * 128 + 39]).isCloseTo((float) Math.sqrt(2 / 3.0), within(1e-4f));
    assertThat(map[60 * 128 + 40]).isZero();
    assertThat(seen.first()[60 * 128 + 41]).isEqualTo(1);
    assertThat(seen.first()[60 * 128 + 39]).isZero();
  }

  @Test
  void progressGoesOnThroughAllLooks() {
    var heard = new ArrayList<String>();
    ThreeLooks.localize(
        new White(),
        image(new int[600 * 200], 600, 200),
        (done, total) -> heard.add(done + "/" + total));

    assertThat(heard).containsExactly("1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
  }

  @Test
  void theSecondLookCanBeCanceled() {
    var listener = new CancelAfter(3);

    assertThatThrownBy(
            () -> ThreeLooks.localize(new White(), image(new int[600 * 200], 600, 200), listener))
        .isInstanceOf(CancellationException.class);
  }

  private static RgbImage image(int[] argb, int width, int height) {
    return new RgbImage(ArrayImgs.argbs(argb, width, height), RgbMapping.identity());
  }

  /** Suspects what is white. */
  private static class White implements WindowModel {
    @Override
    public Window window() {
      return new Window(512, 128, 128, 32, SparseVitWindow.NORMALIZATION);
    }

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      var map = new float[n * height * width];
      for (int i = 0; i < map.length; i++) {
        map[i] = images[i] > 0 ? 1 : 0;
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

  /** Suspects what has white to its left. */
  private static final class RightOfWhite extends White {
    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      float[] white = super.probabilities(images, n, height, width);
      var map = new float[white.length];
      System.arraycopy(white, 0, map, 1, white.length - 1);
      return map;
    }
  }
}
