/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sc.fiji.sparsevit.image.TiffBytes.BLACK_IS_ZERO;
import static sc.fiji.sparsevit.image.TiffBytes.BRIGHTNESS_AND_COLOR;
import static sc.fiji.sparsevit.image.TiffBytes.DEFLATE;
import static sc.fiji.sparsevit.image.TiffBytes.FLOAT;
import static sc.fiji.sparsevit.image.TiffBytes.INKS;
import static sc.fiji.sparsevit.image.TiffBytes.LAB;
import static sc.fiji.sparsevit.image.TiffBytes.LZW;
import static sc.fiji.sparsevit.image.TiffBytes.NONE;
import static sc.fiji.sparsevit.image.TiffBytes.OLD_DEFLATE;
import static sc.fiji.sparsevit.image.TiffBytes.PACK_BITS;
import static sc.fiji.sparsevit.image.TiffBytes.PALETTE;
import static sc.fiji.sparsevit.image.TiffBytes.RGB;
import static sc.fiji.sparsevit.image.TiffBytes.SIGNED;
import static sc.fiji.sparsevit.image.TiffBytes.UNSIGNED;
import static sc.fiji.sparsevit.image.TiffBytes.WHITE_IS_ZERO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reading of TIFF, held to a table of sample format, bits, meaning, layout and compression:
 * each cell is the right picture or a refusal that names what is not read, never a wrong picture.
 */
class TiffTableTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 29;
  private static final List<Integer> COMPRESSIONS =
      List.of(NONE, LZW, DEFLATE, OLD_DEFLATE, PACK_BITS);
  private static final Map<Integer, Set<Integer>> READ =
      Map.of(
          UNSIGNED, Set.of(1, 2, 4, 8, 10, 12, 14, 16, 32),
          SIGNED, Set.of(8, 16, 32),
          FLOAT, Set.of(16, 32, 64));

  /** Displayed values of 16 bits are rounded on the way. */
  private static final double ROUNDING = 1.6;

  @TempDir Path folder;

  static Stream<Arguments> kinds() {
    return Stream.of(UNSIGNED, SIGNED, FLOAT)
        .flatMap(
            format ->
                IntStream.of(1, 2, 3, 4, 6, 8, 10, 12, 14, 16, 24, 32, 48, 64)
                    .boxed()
                    .flatMap(
                        bits ->
                            Stream.of(WHITE_IS_ZERO, BLACK_IS_ZERO, RGB)
                                .map(colors -> Arguments.of(format, bits, colors))));
  }

  @ParameterizedTest(name = "format {0}, {1} bits, colors {2}")
  @MethodSource("kinds")
  void aCellIsTheRightPictureOrANamedRefusal(int format, int bits, int colors) throws IOException {
    for (boolean tiled : new boolean[] {false, true}) {
      for (boolean planar : colors == RGB ? new boolean[] {false, true} : new boolean[] {false}) {
        boolean whole = bits >= 8 && Integer.bitCount(bits) == 1;
        boolean read =
            READ.get(format).contains(bits)
                && (colors != RGB || bits >= 8)
                && (bits < 8 || whole || !tiled);
        for (int compression : COMPRESSIONS) {
          for (var order : List.of(LITTLE_ENDIAN, BIG_ENDIAN)) {
            var tiff =
                TiffBytes.gray(WIDTH, HEIGHT, format, bits)
                    .colors(colors, colors == RGB ? 3 : 1)
                    .layout(tiled, planar)
                    .coded(compression, 1)
                    .ordered(order, false);
            if (read) {
              assertRight(tiff);
            } else {
              assertRefused(tiff, "has samples of " + bits + " bit");
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 8", "1, 16", "1, 32", "2, 8", "2, 16", "2, 32"})
  void differencesOfNeighborsAreAddedUp(int format, int bits) throws IOException {
    for (boolean tiled : new boolean[] {false, true}) {
      for (var order : List.of(LITTLE_ENDIAN, BIG_ENDIAN)) {
        for (int colors : new int[] {BLACK_IS_ZERO, RGB}) {
          assertRight(
              TiffBytes.gray(WIDTH, HEIGHT, format, bits)
                  .colors(colors, colors == RGB ? 3 : 1)
                  .layout(tiled, false)
                  .coded(LZW, 2)
                  .ordered(order, false));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64})
  void differencesOfFloatingPointBytesAreAddedUp(int bits) throws IOException {
    for (boolean tiled : new boolean[] {false, true}) {
      for (var order : List.of(LITTLE_ENDIAN, BIG_ENDIAN)) {
        for (int colors : new int[] {BLACK_IS_ZERO, RGB}) {
          assertRight(
              TiffBytes.gray(WIDTH, HEIGHT, FLOAT, bits)
                  .colors(colors, colors == RGB ? 3 : 1)
                  .layout(tiled, false)
                  .coded(DEFLATE, 3)
                  .ordered(order, false));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 8", "1, 16", "1, 32", "2, 8", "3, 32", "3, 64"})
  void largeTiffsAreRead(int format, int bits) throws IOException {
    for (var order : List.of(LITTLE_ENDIAN, BIG_ENDIAN)) {
      assertRight(TiffBytes.gray(WIDTH, HEIGHT, format, bits).ordered(order, true));
    }
  }

  /** Tags that ImageJ writes, and other programs in its way, change nothing in the pixels. */
  @ParameterizedTest
  @CsvSource({"1, 8", "1, 16", "1, 32", "2, 8", "2, 16", "2, 32", "3, 16", "3, 32", "3, 64"})
  void theDescriptionOfImageJChangesNoPixel(int format, int bits) throws IOException {
    for (boolean tiled : new boolean[] {false, true}) {
      for (int colors : new int[] {WHITE_IS_ZERO, BLACK_IS_ZERO, RGB}) {
        for (int compression : COMPRESSIONS) {
          for (boolean planar : new boolean[] {false, colors == RGB}) {
            assertRight(
                TiffBytes.gray(WIDTH, HEIGHT, format, bits)
                    .colors(colors, colors == RGB ? 3 : 1)
                    .layout(tiled, planar)
                    .coded(compression, 1)
                    .with(270, "ImageJ=1.54p\nmin=0.0\nmax=255.0\n"));
          }
        }
      }
    }
  }

  @Test
  void aStackThatOnlyImageJWouldFindIsRefusedRatherThanReadInPart() throws IOException {
    assertRefused(
        TiffBytes.gray(WIDTH, HEIGHT, FLOAT, 64).with(270, "ImageJ=1.54p\nimages=5\nslices=5\n"),
        "is an ImageJ stack with samples of 64 bits in floating point");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cf=1\nc0=5.0\nc1=-2.0\n", "cf=2\nc0=5.0\nc1=-2.0\n", "cf=99\nc0=1\n"})
  void aCalibrationIsIgnoredWithANote(String calibration) throws IOException {
    var tiff =
        TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, 8)
            .with(270, "ImageJ=1.54p\n" + calibration + "vunit=OD\n");
    assertRight(tiff);
    assertThat(open(tiff).mapping().notes())
        .containsExactly("the calibration of its values was ignored: they are used as stored");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void palettesAreApplied(int bits) throws IOException {
    int colors = 1 << bits;
    int[] map = new int[3 * colors];
    for (int i = 0; i < map.length; i++) {
      map[i] = (i * 89 + 40) % 256 * 257;
    }
    for (boolean tiled : new boolean[] {false, true}) {
      for (int compression : COMPRESSIONS) {
        var seen =
            open(
                TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, bits)
                    .colors(PALETTE, 1)
                    .layout(tiled, false)
                    .coded(compression, 1)
                    .with(320, map));
        for (int y = 0; y < HEIGHT; y++) {
          for (int x = 0; x < WIDTH; x++) {
            int index = (int) stored(UNSIGNED, bits, x, y, 0);
            int expected =
                map[index] / 257 << 16
                    | map[index + colors] / 257 << 8
                    | map[index + 2 * colors] / 257;
            assertThat(seen.pixels().getAt(x, y).get() & 0xffffff).isEqualTo(expected);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16})
  void inksBecomeTheLightThatTheyLeave(int bits) throws IOException {
    for (boolean tiled : new boolean[] {false, true}) {
      for (boolean planar : new boolean[] {false, true}) {
        var seen =
            open(
                TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, bits)
                    .colors(INKS, 4)
                    .layout(tiled, planar));
        double full = Math.pow(2, bits) - 1;
        for (int y = 0; y < HEIGHT; y++) {
          for (int x = 0; x < WIDTH; x++) {
            for (int c = 0; c < 3; c++) {
              double ink = stored(UNSIGNED, bits, x, y, c) / full;
              double black = stored(UNSIGNED, bits, x, y, 3) / full;
              int light = seen.pixels().getAt(x, y).get() >> (16 - 8 * c) & 0xff;
              assertThat(light).isCloseTo((int) Math.round(255 * (1 - ink) * (1 - black)), near(2));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 1", "8, 3", "16, 1", "16, 3", "32, 1", "32, 3"})
  void alphaIsDropped(int bits, int colors) throws IOException {
    for (boolean tiled : new boolean[] {false, true}) {
      for (int kind : new int[] {0, 1, 2}) {
        var tiff =
            TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, bits)
                .colors(colors == 1 ? BLACK_IS_ZERO : RGB, colors + 1)
                .layout(tiled, false)
                .with(338, kind);
        assertRight(tiff);
      }
    }
  }

  @Test
  void brightnessAndColorWithoutCompressionAreRead() throws IOException {
    var seen =
        open(
            TiffBytes.gray(8, 8, UNSIGNED, 8)
                .colors(BRIGHTNESS_AND_COLOR, 3)
                .with(530, new int[] {1, 1}),
            (x, y, c) -> new int[] {100, 90, 200}[c]);
    int rgb = seen.pixels().getAt(3, 3).get();
    assertThat(rgb >> 16 & 0xff).isCloseTo(201, near(2));
    assertThat(rgb >> 8 & 0xff).isCloseTo(62, near(2));
    assertThat(rgb & 0xff).isCloseTo(33, near(2));
  }

  @Test
  void labIsReadAsColor() throws IOException {
    var seen =
        open(
            TiffBytes.gray(8, 8, UNSIGNED, 8).colors(LAB, 3),
            (x, y, c) -> new int[] {128, 0, 0}[c]);
    int rgb = seen.pixels().getAt(3, 3).get();
    assertThat(rgb >> 16 & 0xff).isCloseTo(119, near(4));
    assertThat(rgb & 0xff).isCloseTo(119, near(4));
  }

  @ParameterizedTest
  @CsvSource({
    "50000, Zstandard",
    "34925, LZMA",
    "50001, WebP",
    "34712, JPEG 2000",
    "34887, LERC",
    "50002, JPEG XL",
    "34661, JBIG",
    "12345, number"
  })
  void aCompressionThatIsNotReadIsNamed(int compression, String name) throws IOException {
    assertRefused(
        TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, 8).coded(compression, 1),
        "has the compression "
            + name
            + " ("
            + compression
            + "), which is not supported; save it with LZW or none");
  }

  @ParameterizedTest
  @CsvSource({"1, 32", "2, 32"})
  void smallValuesOfWhiteIsZeroKeepTheirDigits(int format, int bits) throws IOException {
    var tiff = TiffBytes.gray(WIDTH, HEIGHT, format, bits).colors(WHITE_IS_ZERO, 1);
    var seen = open(tiff, (x, y, c) -> x == 0 ? 0 : x == 1 ? 255 : x + y);
    for (int x = 2; x < WIDTH; x++) {
      assertThat(seen.pixels().getAt(x, 1).get() & 0xff).isCloseTo(254 - x, near(1));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 3, true", "1, 2, false", "1, 3, true", "1, 5, true", "2, 4, false", "2, 5, true"})
  void channelsThatAreNotReadAreNamed(int colors, int samples, boolean named) throws IOException {
    for (int bits : new int[] {8, 16, 32}) {
      var plain = TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, bits).colors(colors, samples);
      int extra = samples - (colors == RGB ? 3 : 1);
      var seen = open(plain.with(338, new int[extra]));
      var notes = seen.mapping().notes();
      int pixel = seen.pixels().getAt(3, 2).get();
      for (int c = 0; c < 3; c++) {
        double share = share(3, 2, colors == RGB ? c : 0);
        assertThat((double) (pixel >> (16 - 8 * c) & 0xff))
            .as("%d bits, channel %d", bits, c)
            .isCloseTo(255 * (colors == WHITE_IS_ZERO ? 1 - share : share), Offset.offset(2.0));
      }
      assertThat(notes.stream().anyMatch(note -> note.contains(samples + " channels per pixel")))
          .as("%d bits: %s", bits, notes)
          .isEqualTo(named);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5})
  void channelsThatAreNotNamedAreRefused(int samples) throws IOException {
    assertRefused(
        TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, 8).colors(BLACK_IS_ZERO, samples),
        "has " + samples + " channels per pixel without saying what they are");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 32803, 32844, 34892})
  void colorsThatAreNotReadAreNamed(int photometric) throws IOException {
    assertRefused(
        TiffBytes.gray(WIDTH, HEIGHT, UNSIGNED, 8).colors(photometric, 1),
        "has the color type " + photometric + " in the standard, which is not supported");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7})
  void samplesOfAnUnknownFormatAreNamed(int format) throws IOException {
    assertRefused(
        TiffBytes.gray(WIDTH, HEIGHT, format, 32),
        "has samples of 32 bits of kind " + format + " in the standard, which is not supported");
  }

  private static Offset<Integer> near(int offset) {
    return Offset.offset(offset);
  }

  private RgbImage open(TiffBytes tiff) throws IOException {
    return open(tiff, (x, y, c) -> stored(tiff.format(), tiff.bits(), x, y, c));
  }

  private RgbImage open(TiffBytes tiff, TiffBytes.Stored stored) throws IOException {
    return ImageFile.open(Files.write(folder.resolve("picture.tif"), tiff.write(stored))).rgb();
  }

  private void assertRefused(TiffBytes tiff, String reason) {
    assertThatThrownBy(() -> open(tiff))
        .isInstanceOf(ImageFileException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("which is not supported; save it")
        .hasMessageNotContaining("get a complete copy");
  }

  private void assertRight(TiffBytes tiff) throws IOException {
    var seen = open(tiff);
    int bands = tiff.photometric() == RGB ? 3 : 1;
    boolean asStored = tiff.format() == UNSIGNED && tiff.bits() <= 8;
    double lowest = asStored ? 0 : Double.MAX_VALUE;
    double highest = asStored ? Math.pow(2, tiff.bits()) - 1 : -Double.MAX_VALUE;
    for (int i = 0; i < WIDTH * HEIGHT * bands && !asStored; i++) {
      double value = meant(tiff, i / bands % WIDTH, i / bands / WIDTH, i % bands);
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    for (int i = 0; i < WIDTH * HEIGHT * bands; i++) {
      int x = i / bands % WIDTH;
      int y = i / bands / WIDTH;
      double share = (meant(tiff, x, y, i % bands) - lowest) / (highest - lowest);
      double expected = 255 * (tiff.photometric() == WHITE_IS_ZERO ? 1 - share : share);
      int got = seen.pixels().getAt(x, y).get() >> (16 - 8 * (i % bands)) & 0xff;
      if (Math.abs(expected - got) > ROUNDING) {
        assertThat((double) got).as("%s at %d, %d", tiff, x, y).isEqualTo(expected);
      }
    }
  }

  /** From 0 to 1, in no order. */
  private static double share(int x, int y, int sample) {
    return (x * 7 + y * 13 + sample * 29) % 101 / 100.0;
  }

  private static double meant(TiffBytes tiff, int x, int y, int sample) {
    if (tiff.format() == FLOAT) {
      return floating(x, y, sample);
    }
    long stored = stored(tiff.format(), tiff.bits(), x, y, sample);
    boolean negative = tiff.format() == SIGNED && (stored >>> (tiff.bits() - 1) & 1) == 1;
    return negative ? stored - Math.pow(2, tiff.bits()) : stored;
  }

  private static double floating(int x, int y, int sample) {
    return Math.rint((256 * share(x, y, sample) - 3) * 4) / 4;
  }

  private static long stored(int format, int bits, int x, int y, int sample) {
    long mask = bits == 64 ? -1 : (1L << bits) - 1;
    double full = Math.pow(2, bits) - 1;
    return switch (format) {
      case FLOAT ->
          switch (bits) {
            case 16 -> half((float) floating(x, y, sample));
            case 32 -> Float.floatToIntBits((float) floating(x, y, sample)) & mask;
            default -> Double.doubleToLongBits(floating(x, y, sample)) & mask;
          };
      case SIGNED -> (long) (share(x, y, sample) * full - Math.pow(2, bits - 1)) & mask;
      default -> (long) (share(x, y, sample) * full) & mask;
    };
  }

  private static long half(float value) {
    int bits = Float.floatToIntBits(value);
    int exponent = (bits >>> 23 & 0xff) - 127 + 15;
    return value == 0 ? 0 : bits >>> 16 & 0x8000 | exponent << 10 | bits >>> 13 & 0x3ff;
  }
}
