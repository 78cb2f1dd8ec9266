/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.EngineException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.image.Normalization;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class NativeResolutionTest {

  private static final Normalization NORMALIZATION = SparseVitWindow.NORMALIZATION;

  @ParameterizedTest
  @CsvSource({"1,1", "3,200", "128,128", "451,300", "700,1100", "70000,10"})
  void aModelThatRepeatsItsInputGivesTheImageItself(int width, int height) {
    int[] pixels = new Random(7).ints((long) width * height, 0, 1 << 24).toArray();
    var levels = new float[3 * 256];
    var ramp = new byte[3 * 256];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) i;
    }
    NORMALIZATION.write(ramp, levels, 0);

    float[] map =
        NativeResolution.localize(
                new Echo(), image(pixels, width, height), Looks.ONE, ProgressListener.NONE)
            .joined();

    assertThat(map).hasSize(width * height);
    for (int i = 0; i < map.length; i += 1 + map.length / 5000) {
      assertThat(map[i]).isCloseTo(levels[pixels[i] >> 16 & 255], within(1e-4f));
    }
  }

  @Test
  void windowsAreNeverLargerThanTheNetworkWasMadeFor() {
    var model = new Echo();
    NativeResolution.localize(
        model, image(new int[1300 * 600], 1300, 600), Looks.ONE, ProgressListener.NONE);

    assertThat(model.sizes).allSatisfy(size -> assertThat(size).isEqualTo("512x512"));
    assertThat(model.sizes).hasSize(4 * 2);
  }

  @Test
  void progressEndsAtTheTotal() {
    var heard = new ArrayList<String>();
    NativeResolution.localize(
        new Echo(),
        image(new int[600 * 200], 600, 200),
        Looks.ONE,
        (done, total) -> heard.add(done + "/" + total));

    assertThat(heard).containsExactly("1/2", "2/2");
  }

  @Test
  void cancelingStopsBeforeTheNextWindow() {
    var model = new Echo();
    var listener = new CancelAfter(2);

    assertThatThrownBy(
            () ->
                NativeResolution.localize(
                    model, image(new int[2000 * 200], 2000, 200), Looks.ONE, listener))
        .isInstanceOf(CancellationException.class);
    assertThat(model.sizes).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "1,40",
    "3,200",
    "64,64",
    "65,33",
    "451,300",
    "512,512",
    "513,700",
    "1000,1000",
    "1025,70"
  })
  void windowsGoOnReflectedAtTheEdges(int width, int height) {
    int[] pixels = new Random(5).ints((long) width * height, 0, 1 << 24).toArray();
    var image = image(pixels, width, height);
    var wanted = new Echo().window();
    var columns = WindowAxis.cover(width, wanted);
    var rows = WindowAxis.cover(height, wanted);
    var reader =
        new WindowReader(Look.AS_IT_IS, image, NORMALIZATION, columns.length(), rows.length());
    for (int x : columns.offsets()) {
      for (int y : rows.offsets()) {
        var continued =
            Views.offsetInterval(
                NativeResolution.continued(image),
                new long[] {x, y},
                new long[] {columns.length(), rows.length()});
        var expected = new float[3 * columns.length() * rows.length()];
        NORMALIZATION.write(continued, expected, 0);
        var read = new float[7 + expected.length];
        reader.read(x, y, read, 7);

        assertThat(Arrays.copyOfRange(read, 7, read.length)).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1,100", "3,100", "16,100", "16,5", "16,2", "16,1"})
  void windowsComputedTogetherGiveTheSameMap(int together, int fitting) {
    int[] pixels = new Random(3).ints(1100 * 700, 0, 1 << 24).toArray();
    var image = image(pixels, 1100, 700);
    float[] one =
        NativeResolution.localize(new Echo(), image, Looks.ONE, ProgressListener.NONE).joined();
    var model = new Card(together, fitting);
    var heard = new ArrayList<Long>();

    float[] map =
        NativeResolution.localize(model, image, Looks.ONE, (done, total) -> heard.add(done))
            .joined();

    assertThat(map).isEqualTo(one);
    assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(model.batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
    assertThat(model.batches)
        .allSatisfy(n -> assertThat(n).isBetween(1, Math.min(together, fitting)));
  }

  @ParameterizedTest
  @CsvSource({"3,100", "16,100", "16,2", "16,1"})
  void furtherLooksAtWindowsThatAreComputedTogetherGiveTheSameMap(int together, int fitting) {
    int[] pixels = new int[1100 * 700];
    // Bright in one of two rows of windows and one of three columns
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 1100 > 900 && i / 1100 < 100 ? 0xffffff : 0;
    }
    var image = image(pixels, 1100, 700);
    var looks = new Looks(List.of(Look.MIRRORED, Look.TURNED), 0.1);
    var seen = NativeResolution.localize(new Card(1, 1), image, looks, ProgressListener.NONE);
    var model = new Card(together, fitting);

    float[] map = NativeResolution.localize(model, image, looks, ProgressListener.NONE).joined();

    // Sums are made in another order.
    for (int i = 0; i < map.length; i++) {
      assertThat(map[i]).isCloseTo(seen.joined()[i], within(1e-4f));
    }
    // At half the size, 2 windows, one of them bright
    assertThat(model.batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6 + 2 + 2 + 2);
  }

  @Test
  void aCardThatIsTooSmallForOneWindowIsTold() {
    var image = image(new int[1100 * 700], 1100, 700);

    assertThatThrownBy(
            () ->
                NativeResolution.localize(new Card(8, 0), image, Looks.ONE, ProgressListener.NONE))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("out of memory");
  }

  private static RgbImage image(int[] argb, int width, int height) {
    return new RgbImage(ArrayImgs.argbs(argb, width, height), RgbMapping.identity());
  }

  /** Gives its input's red plane back as the map. */
  private static final class Echo implements WindowModel {
    private final ArrayList<String> sizes = new ArrayList<>();

    @Override
    public Window window() {
      return new Window(512, 128, 128, 32, NORMALIZATION);
    }

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      sizes.add(width + "x" + height);
      return Arrays.copyOf(images, n * height * width);
    }

    @Override
    public String device() {
      return "none";
    }

    @Override
    public void close() {}
  }

  /** The same on a card that takes so many windows together and has memory for fewer. */
  private static final class Card implements WindowModel {
    private final Echo echo = new Echo();
    private final ArrayList<Integer> batches = new ArrayList<>();
    private final int together;
    private final int fitting;

    Card(int together, int fitting) {
      this.together = together;
      this.fitting = fitting;
    }

    @Override
    public Window window() {
      return echo.window();
    }

    @Override
    public int windowsAtOnce() {
      return together;
    }

    @Override
    public float[] probabilities(float[] images, int n, int height, int width) {
      if (n > fitting) {
        throw new EngineException("CUDA out of memory. Tried to allocate 1 GiB");
      }
      batches.add(n);
      int area = height * width;
      var maps = new float[n * area];
      for (int i = 0; i < n; i++) {
        System.arraycopy(images, 3 * i * area, maps, i * area, area);
      }
      return maps;
    }

    @Override
    public String device() {
      return "none";
    }

    @Override
    public void close() {}
  }
}
