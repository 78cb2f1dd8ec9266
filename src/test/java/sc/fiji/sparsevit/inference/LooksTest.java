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
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.raster.RgbRaster;

class LooksTest {

  private static final int WHITE = 0xffffff;

  @ParameterizedTest
  @CsvSource({"1,1", "3,200", "451,300", "700,1000"})
  void everyLookIsPutBackWhereItWasTaken(int width, int height) {
    // Enlarged, a pixel still has its color where its right and lower neighbors have it.
    var random = new Random(7);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      int above = i - width * (y % 4) - x % 4;
      pixels[i] = above == i ? random.nextInt(2) * WHITE : pixels[above];
    }

    float[] map = seen(new White(), pixels, width, height, Looks.TWO_AND_ENLARGED).joined();

    for (int i = 0; i < map.length; i++) {
      assertThat(map[i]).isCloseTo(pixels[i] == WHITE ? 1 : 0, within(1e-4f));
    }
  }

  @Test
  void whatOnlyOneLookShowsIsLessProbableButNotLost() {
    int[] pixels = new int[128 * 128];
    pixels[60 * 128 + 40] = WHITE;

    var seen = seen(new RightOfWhite(), pixels, 128, 128, Looks.TWO_WHERE_SUSPICIOUS);

    // To the right as it is; turned, what was left has become right.
    assertThat(seen.joined()[60 * 128 + 41]).isEqualTo(.5f);
    assertThat(seen.joined()[60 * 128 + 39]).isEqualTo(.5f);
    assertThat(seen.joined()[60 * 128 + 40]).isZero();
    assertThat(seen.first()[60 * 128 + 41]).isEqualTo(1);
    assertThat(seen.first()[60 * 128 + 39]).isZero();
  }

  @Test
  void theEnlargedImageIsLookedAtInWindowsOfItsOwn() {
    var model = new White();
    int[] pixels = new int[600 * 200];

    seen(model, pixels, 600, 200, Looks.ONE.with(new EnlargedLook(new Bar(.6), 0)));

    // 2 as it is, 3 of 1200x400
    assertThat(model.windows).isEqualTo(2 + 3);
  }

  @Test
  void furtherWeightsLookAtTheEnlargedImageOnlyAndAreMadeWhenNeeded() {
    var plain = new White();
    var further = new White();
    var made = new AtomicInteger();
    int[] pixels = new int[600 * 200];
    pixels[100 * 600 + 20] = WHITE;
    try (var model =
        new TwoScaleModel(
            plain,
            () -> {
              made.incrementAndGet();
              return further;
            })) {
      seen(model, pixels, 600, 200, Looks.TWO_WHERE_SUSPICIOUS);
      assertThat(made).hasValue(0);
      assertThat(plain.windows).isEqualTo(2 + 1);

      plain.windows = 0;
      seen(model, pixels, 600, 200, model.window().thorough());
      seen(model, pixels, 600, 200, model.window().thorough());
    }
    assertThat(made).hasValue(1);
    assertThat(plain.windows).isEqualTo(2 * (2 + 2));
    assertThat(further.windows).isEqualTo(2 * 3);
    assertThat(plain.closed).isTrue();
    assertThat(further.closed).isTrue();
  }

  @Test
  void inNativeModeTheEnlargedImageIsLookedAtWhereTheOtherLooksSuspectSomething() {
    var further = new White();
    var made = new AtomicInteger();
    int[] pixels = new int[600 * 200];
    try (var model =
        new TwoScaleModel(
            new White(),
            () -> {
              made.incrementAndGet();
              return further;
            })) {
      var calm = seen(model, pixels, 600, 200, model.window().looks());
      assertThat(made).hasValue(0);
      assertThat(calm.joined()).containsOnly(0);

      pixels[100 * 600 + 20] = WHITE;
      seen(model, pixels, 600, 200, model.window().looks());
    }
    assertThat(made).hasValue(1);
    // Of the three of 1200x400
    assertThat(further.windows).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({".19,.19", ".2,.5", ".9,.9"})
  void inNativeModeWhatTheEnlargedImageShowsCountsWhereTheOtherLooksSuspectSomething(
      float suspected, float expected) {
    int[] pixels = new int[128 * 128];
    pixels[60 * 128 + 40] = WHITE;
    try (var model = new TwoScaleModel(new FullWhite(suspected), Even::new)) {
      var seen = seen(model, pixels, 128, 128, model.window().looks());

      // .75 is where the bar is.
      assertThat(seen.joined()[60 * 128 + 40]).isCloseTo(expected, within(1e-4f));
      assertThat(seen.joined()[0]).isZero();
    }
  }

  @Test
  void progressComesToItsEndWhereTheEnlargedImageIsNotLookedAt() {
    var heard = new ArrayList<String>();
    var image = new RgbImage(ArrayImgs.argbs(new int[600 * 200], 600, 200), RgbMapping.identity());
    try (var model = new TwoScaleModel(new White(), White::new)) {
      NativeResolution.localize(
          model, image, model.window().looks(), (done, total) -> heard.add(done + "/" + total));
    }
    assertThat(heard).containsExactly("1/10", "2/10", "5/5");
  }

  @Test
  void whatTheEnlargedImageShowsCountsIfItIsMoreProbable() {
    int[] pixels = new int[128 * 128];
    pixels[60 * 128 + 40] = WHITE;
    try (var model = new TwoScaleModel(new White(), Even::new)) {
      var seen = seen(model, pixels, 128, 128, model.window().thorough());

      assertThat(seen.joined()[60 * 128 + 40]).isEqualTo(1);
      // .75 is where the bar is, and the whole image hangs together with the white pixel.
      assertThat(seen.joined()[0]).isCloseTo(Hysteresis.LOW.shifted(.5f), within(1e-4f));
      assertThat(seen.first()[0]).isZero();
    }
  }

  @Test
  void aBarMovesProbabilitiesButNotTheirOrder() {
    var bar = new Bar(.4);

    assertThat(bar.shifted(.4f)).isCloseTo(.5f, within(1e-6f));
    assertThat(bar.shifted(0)).isZero();
    assertThat(bar.shifted(1)).isEqualTo(1);
    assertThat(bar.shifted(.3f)).isLessThan(bar.shifted(.31f));
  }

  @Test
  void partsOfTheEnlargedImageFitTogether() {
    int[] pixels = new Random(3).ints(50 * 40, 0, 1 << 24).toArray();
    var image = ArrayImgs.argbs(pixels, 50, 40);
    var whole = Enlargement.of(RgbRaster.of(image)).toArgb();

    for (int x : new int[] {0, 1, 7, 60, 79}) {
      for (int y : new int[] {0, 3, 58, 59}) {
        var wanted = Intervals.createMinSize(x, y, 21, 21);
        var part = RgbRaster.of(Look.ENLARGED.part(image, wanted));
        var expected = RgbRaster.of(Views.zeroMin(Views.interval(whole, wanted)));
        assertThat(part.samples()).isEqualTo(expected.samples());
      }
    }
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
    var seen = seen(new FullWhite(), pixels, 128, 128, Looks.TWO_WHERE_SUSPICIOUS);

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
    int[] pixels = new int[1300 * 120];

    var calm = seen(model, pixels, 1300, 120, Looks.TWO_WHERE_SUSPICIOUS);
    assertThat(model.windows).isEqualTo(4);
    assertThat(calm.joined()).containsOnly(0);

    pixels[100 * 1300 + 20] = WHITE;
    model.windows = 0;
    var suspicious = seen(model, pixels, 1300, 120, Looks.TWO_WHERE_SUSPICIOUS);
    assertThat(model.windows).isEqualTo(5);
    assertThat(suspicious.joined()[100 * 1300 + 20]).isCloseTo(1, within(1e-4f));
  }

  @Test
  void whatIsKnownStaysWhereNoSecondLookIsWorthIt() {
    int[] pixels = new int[1300 * 120];
    pixels[100 * 1300 + 20] = WHITE;

    var seen = seen(new Faint(), pixels, 1300, 120, Looks.TWO_WHERE_SUSPICIOUS);

    assertThat(seen.joined()[100 * 1300 + 20]).isCloseTo(1, within(1e-4f));
    assertThat(seen.joined()[100 * 1300 + 1200]).isCloseTo(.04f, within(1e-4f));
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
            () ->
                NativeResolution.localize(
                    new White(), image, Looks.TWO_AND_ENLARGED, new CancelAfter(3)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void thePublishedNetworksAreLookedThroughOnceAndOursTwice() {
    assertThat(SparseVitWindow.of(SparseVitConfig.base()).looks()).isEqualTo(Looks.ONE);
    assertThat(SparseVitWindow.of(SparseVitConfig.lite()).looks()).isEqualTo(Looks.ONE);
    assertThat(SparseVitWindow.of(SparseVitConfig.named("lite-matching")).looks())
        .isEqualTo(new Looks(List.of(Look.TURNED), 0.1));
    assertThat(SparseVitWindow.of(SparseVitConfig.base()).thorough()).isEqualTo(Looks.THREE);
    assertThat(SparseVitWindow.of(SparseVitConfig.named("lite-matching")).thorough())
        .isEqualTo(Looks.THREE);
  }

  private static Seen seen(WindowModel model, int[] argb, int width, int height, Looks looks) {
    var image = new RgbImage(ArrayImgs.argbs(argb, width, height), RgbMapping.identity());
    return NativeResolution.localize(model, image, looks, ProgressListener.NONE);
  }

  /** Suspects pixels of 255 only, of which it is certain unless told otherwise. */
  private static final class FullWhite extends White {
    private final float probability;

    FullWhite() {
      this(1);
    }

    FullWhite(float probability) {
      this.probability = probability;
    }

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      var map = new float[n * height * width];
      for (int i = 0; i < map.length; i++) {
        map[i] = images[i] > (254.5 / 255 - .485) / .229 ? probability : 0;
      }
      return map;
    }
  }

  /** Suspects what is white. */
  private static class White implements WindowModel {
    private int windows;
    private boolean closed;

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
    public void close() {
      closed = true;
    }
  }

  /** Gives everything the same probability. */
  private static final class Even extends White {
    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      var map = new float[n * height * width];
      Arrays.fill(map, .75f);
      return map;
    }
  }

  /** Suspects everything a little. */
  private static final class Faint extends White {
    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      float[] map = super.probabilities(images, n, height, width);
      for (int i = 0; i < map.length; i++) {
        map[i] = Math.max(map[i], .04f);
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
