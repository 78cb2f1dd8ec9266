/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class LooksTest {

  private static final int WHITE = 0xffffff;

  @ParameterizedTest
  @CsvSource({"1,1", "3,200", "451,300", "700,1100"})
  void everyLookIsPutBackWhereItWasTaken(int width, int height) {
    int[] pixels =
        new Random(7).ints((long) width * height, 0, 2).map(bit -> bit * WHITE).toArray();

    float[] map = seen(new White(), pixels, width, height, Looks.THREE).joined();

    for (int i = 0; i < map.length; i++) {
      assertThat(map[i]).isCloseTo(pixels[i] == WHITE ? 1 : 0, within(1e-4f));
    }
  }

  @Test
  void whatOnlyOneLookShowsIsLessProbableButNotLost() {
    int[] pixels = new int[128 * 128];
    pixels[60 * 128 + 40] = WHITE;

    var seen = seen(new RightOfWhite(), pixels, 128, 128, Looks.THREE);

    // To the right as it is; mirrored and turned, what was left has become right.
    assertThat(seen.joined()[60 * 128 + 41]).isCloseTo(1 / 3f, within(1e-4f));
    assertThat(seen.joined()[60 * 128 + 39]).isCloseTo(2 / 3f, within(1e-4f));
    assertThat(seen.joined()[60 * 128 + 40]).isZero();
    assertThat(seen.first()[60 * 128 + 41]).isEqualTo(1);
    assertThat(seen.first()[60 * 128 + 39]).isZero();
  }

  @Test
  void tracesOnABrightGroundAreSeenWithItsContrastStretchedIfThereAreFurtherLooks() {
    int[] pixels = new int[128 * 128];
    Arrays.fill(pixels, 0xdcdcdc);
    pixels[60 * 128 + 40] = 0xfafafa; // 30 gray levels above the ground: stretched, white

    var once = seen(new FullWhite(), pixels, 128, 128, Looks.ONE);
    assertThat(once.joined()[60 * 128 + 40]).isZero();
    assertThat(once.plain()).isSameAs(once.joined());
    assertThat(once.stretched()).isEmpty();
    var seen = seen(new FullWhite(), pixels, 128, 128, Looks.THREE);

    assertThat(seen.joined()[60 * 128 + 40]).isCloseTo(1, within(1e-4f));
    assertThat(seen.joined()[60 * 128 + 41]).isZero();
    assertThat(seen.plain()[60 * 128 + 40]).isZero();
    assertThat(seen.first()[60 * 128 + 40]).isZero();
    assertThat(seen.stretched())
        .containsExactly(new StretchedPart(new Rectangle(128, 128), new StretchedGround(0xdc)));
  }

  @Test
  void onlyWindowsInWhichTheFirstLookShowsSomethingAreLookedAtAgain() {
    var model = new White();
    int[] pixels = new int[1300 * 200];

    var calm = seen(model, pixels, 1300, 200, Looks.TWO_WHERE_SUSPICIOUS);
    assertThat(model.windows).isEqualTo(4);
    assertThat(calm.joined()).containsOnly(0);

    pixels[100 * 1300 + 20] = WHITE;
    model.windows = 0;
    var suspicious = seen(model, pixels, 1300, 200, Looks.TWO_WHERE_SUSPICIOUS);
    assertThat(model.windows).isEqualTo(5);
    assertThat(suspicious.joined()[100 * 1300 + 20]).isCloseTo(1, within(1e-4f));
  }

  @Test
  void whatIsKnownStaysWhereNoSecondLookIsWorthIt() {
    int[] pixels = new int[1300 * 200];
    pixels[100 * 1300 + 20] = WHITE;

    var seen = seen(new Faint(), pixels, 1300, 200, Looks.TWO_WHERE_SUSPICIOUS);

    assertThat(seen.joined()[100 * 1300 + 20]).isCloseTo(1, within(1e-4f));
    assertThat(seen.joined()[100 * 1300 + 1200]).isCloseTo(.05f, within(1e-4f));
  }

  @Test
  void progressGoesOnThroughAllLooks() {
    var heard = new ArrayList<String>();
    var image = new RgbImage(ArrayImgs.argbs(new int[600 * 200], 600, 200), RgbMapping.identity());

    NativeResolution.localize(
        new White(),
        image,
        Looks.TWO_WHERE_SUSPICIOUS,
        (done, total) -> heard.add(done + "/" + total));

    assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  @Test
  void aFurtherLookCanBeCanceled() {
    var image = new RgbImage(ArrayImgs.argbs(new int[600 * 200], 600, 200), RgbMapping.identity());

    assertThatThrownBy(
            () -> NativeResolution.localize(new White(), image, Looks.THREE, new CancelAfter(3)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void thePublishedNetworksAreLookedThroughOnceAndOursTwice() {
    assertThat(SparseVitWindow.of(SparseVitConfig.base()).looks()).isEqualTo(Looks.ONE);
    assertThat(SparseVitWindow.of(SparseVitConfig.lite()).looks()).isEqualTo(Looks.ONE);
    assertThat(SparseVitWindow.of(SparseVitConfig.named("lite-matching")).looks())
        .isEqualTo(new Looks(List.of(Look.TURNED), 0.1));
  }

  private static Seen seen(WindowModel model, int[] argb, int width, int height, Looks looks) {
    var image = new RgbImage(ArrayImgs.argbs(argb, width, height), RgbMapping.identity());
    return NativeResolution.localize(model, image, looks, ProgressListener.NONE);
  }

  /** Certain of pixels of 255 only. */
  private static final class FullWhite extends White {

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      var map = new float[n * height * width];
      for (int i = 0; i < map.length; i++) {
        map[i] = images[i] > (254.5 / 255 - .485) / .229 ? 1 : 0;
      }
      return map;
    }
  }

  /** Suspects what is white. */
  private static class White implements WindowModel {
    private int windows;

    @Override
    public Window window() {
      return new Window(512, 128, 128, 32, SparseVitWindow.NORMALIZATION);
    }

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      windows += n;
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

  /** Suspects everything a little. */
  private static final class Faint extends White {
    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      float[] map = super.probabilities(images, n, height, width);
      for (int i = 0; i < map.length; i++) {
        map[i] = Math.max(map[i], .05f);
      }
      return map;
    }
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
