/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.stream.ImageInputStream;

/**
 * What a TIFF says about one of its pages. The decoder reads many kinds and some of them wrongly;
 * this says which are supported, and what their samples mean.
 *
 * @param compression by its number in the standard
 * @param photometric what the samples mean, by its number
 * @param format 1 for unsigned, 2 for signed, 3 for floating-point samples, by its number
 * @param bits of every sample of a pixel
 * @param extraNamed whether it says what channels beyond those of its colors are
 * @param tiled rather than in strips
 * @param inOnePiece whether all pixels follow each other in the file, with all their samples
 * @param end after the last byte of its strips, from the start of the file
 */
record TiffPage(
    int compression,
    int photometric,
    int format,
    List<Integer> bits,
    boolean extraNamed,
    boolean tiled,
    boolean inOnePiece,
    long end) {
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int PALETTE = 3;

  /** Gray, RGB, palette, inks, brightness and color, Lab. */
  private static final Set<Integer> COLORS = Set.of(0, 1, 2, 3, 5, 6, 8, 9, 10);

  private static final int MISSING = -1;
  private static final int UNSIGNED = 1;
  private static final int SIGNED = 2;
  private static final int FLOATING = 3;
  private static final int UNDEFINED = 4;

  private static final int NONE = 1;
  private static final Set<Integer> FAX = Set.of(2, 3, 4);
  private static final int GROUP_4 = 4;
  private static final int FAX_TAIL = 64;
  private static final Set<Integer> JPEG = Set.of(6, 7);
  private static final Set<Integer> WHOLE = Set.of(1, 2, 4, 8, 16, 32);
  private static final Set<Integer> HALF_FILLED = Set.of(10, 12, 14);
  private static final Set<Integer> LOSSLESS = Set.of(NONE, 5, 8, 32773, 32946);

  private static final Map<Integer, String> COMPRESSIONS =
      Map.ofEntries(
          Map.entry(9, "JBIG"),
          Map.entry(10, "JBIG"),
          Map.entry(32766, "NeXT"),
          Map.entry(32809, "ThunderScan"),
          Map.entry(32908, "PixarFilm"),
          Map.entry(32909, "PixarLog"),
          Map.entry(33003, "JPEG 2000"),
          Map.entry(33004, "JPEG 2000"),
          Map.entry(33005, "JPEG 2000"),
          Map.entry(34661, "JBIG"),
          Map.entry(34676, "SGI LogLuv"),
          Map.entry(34677, "SGI LogLuv"),
          Map.entry(34712, "JPEG 2000"),
          Map.entry(34887, "LERC"),
          Map.entry(34892, "lossy JPEG (DNG)"),
          Map.entry(34925, "LZMA"),
          Map.entry(34927, "WebP"),
          Map.entry(34933, "PNG"),
          Map.entry(34934, "JPEG XR"),
          Map.entry(50000, "Zstandard"),
          Map.entry(50001, "WebP"),
          Map.entry(50002, "JPEG XL"),
          Map.entry(52546, "JPEG XL"));

  /** Those of a file, in its order. */
  static List<TiffPage> of(ImageInputStream file) throws IOException {
    var all = (CompoundDirectory) new TIFFReader().read(file);
    var pages = new ArrayList<TiffPage>();
    for (int i = 0; i < all.directoryCount(); i++) {
      pages.add(of(all.getDirectory(i)));
    }
    return pages;
  }

  private static TiffPage of(Directory directory) {
    var bits = numbers(directory, TIFF.TAG_BITS_PER_SAMPLE, 1);
    int samples = numbers(directory, TIFF.TAG_SAMPLES_PER_PIXEL, bits.size()).get(0);
    var all = bits.size() == 1 ? Collections.nCopies(Math.max(1, samples), bits.get(0)) : bits;
    return new TiffPage(
        numbers(directory, TIFF.TAG_COMPRESSION, NONE).get(0),
        numbers(directory, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, MISSING).get(0),
        format(numbers(directory, TIFF.TAG_SAMPLE_FORMAT, UNSIGNED)),
        all,
        directory.getEntryById(TIFF.TAG_EXTRA_SAMPLES) != null,
        directory.getEntryById(TIFF.TAG_TILE_WIDTH) != null,
        isInOnePiece(directory),
        end(directory));
  }

  private static long end(Directory directory) {
    var offsets = numbers(directory, TIFF.TAG_STRIP_OFFSETS, 0);
    var counts = numbers(directory, TIFF.TAG_STRIP_BYTE_COUNTS, 0);
    return IntStream.range(0, Math.min(offsets.size(), counts.size()))
        .mapToLong(
            i -> Integer.toUnsignedLong(offsets.get(i)) + Integer.toUnsignedLong(counts.get(i)))
        .max()
        .orElse(0);
  }

  /**
   * Whether a fax has its end; other decoders complain themselves.
   *
   * @throws EOFException if the file ends before
   */
  boolean hasItsEnd(ImageInputStream file) throws IOException {
    if (!isFax()) {
      return true;
    }
    if (end > file.length()) {
      throw new EOFException();
    }
    int length = (int) Math.min(FAX_TAIL, end);
    byte[] tail = new byte[length];
    file.seek(end - length);
    file.readFully(tail);
    return compression != GROUP_4 || FaxEnd.isIn(tail);
  }

  private static boolean isInOnePiece(Directory directory) {
    var offsets = numbers(directory, TIFF.TAG_STRIP_OFFSETS, 0);
    var counts = numbers(directory, TIFF.TAG_STRIP_BYTE_COUNTS, 0);
    return numbers(directory, TIFF.TAG_PLANAR_CONFIGURATION, 1).get(0) == 1
        && IntStream.range(1, Math.min(offsets.size(), counts.size()))
            .allMatch(i -> offsets.get(i) == offsets.get(i - 1) + counts.get(i - 1));
  }

  /** All of one kind; 0 for several kinds, which no reader supports. */
  private static int format(List<Integer> formats) {
    int first = formats.get(0) == UNDEFINED ? UNSIGNED : formats.get(0);
    return formats.stream().distinct().count() == 1 ? first : 0;
  }

  private static List<Integer> numbers(Directory directory, int tag, int missing) {
    var entry = directory.getEntryById(tag);
    var value = entry == null ? null : entry.getValue();
    if (value instanceof Number number) {
      return List.of(number.intValue());
    }
    if (value == null || !value.getClass().isArray() || Array.getLength(value) == 0) {
      return List.of(missing);
    }
    return IntStream.range(0, Array.getLength(value))
        .map(i -> ((Number) Array.get(value, i)).intValue())
        .boxed()
        .toList();
  }

  /**
   * @throws UnreadKindException if the decoder does not read this kind, or not rightly
   */
  void requireRead() throws UnreadKindException {
    boolean known = LOSSLESS.contains(compression) || isFax() || isJpeg();
    if (!known) {
      var name = COMPRESSIONS.getOrDefault(compression, "number");
      throw new UnreadKindException(
          "has the compression " + name + " (" + compression + ")", "save it with LZW or none");
    }
    if (!isColorRead()) {
      throw new UnreadKindException(
          "has the color type " + photometric + " in the standard", "save it as gray or RGB");
    }
    if (!isRgb() && photometric <= PALETTE && bits.size() > 2 && !extraNamed) {
      throw new UnreadKindException(
          "has " + bits.size() + " channels per pixel without saying what they are",
          "save it as a stack of gray images");
    }
    if (!areSamplesRead()) {
      throw new UnreadKindException(
          "has samples of " + samples(), "save it with 8, 16 or 32 bits per sample");
    }
  }

  private boolean isFax() {
    return FAX.contains(compression);
  }

  private boolean isJpeg() {
    return JPEG.contains(compression);
  }

  private boolean isColorRead() {
    return photometric == MISSING || COLORS.contains(photometric);
  }

  private boolean areSamplesRead() {
    int each = bits.get(0);
    if (bits.stream().anyMatch(other -> other != each)) {
      return false;
    }
    if (isFax()) {
      return each == 1;
    }
    if (isJpeg()) {
      return each == 8 && format == UNSIGNED;
    }
    boolean gray = photometric == WHITE_IS_ZERO || photometric == BLACK_IS_ZERO;
    if (!gray && photometric != RGB && photometric != MISSING) {
      int most = photometric == PALETTE ? 1 : 8;
      return format == UNSIGNED && WHOLE.contains(each) && each >= most && each <= 16;
    }
    return switch (format) {
      case UNSIGNED ->
          gray && each < 8 && WHOLE.contains(each) && bits.size() == 1
              || each >= 8 && WHOLE.contains(each)
              || !tiled && HALF_FILLED.contains(each);
      case SIGNED -> each == 8 || each == 16 || each == 32;
      case FLOATING -> each == 16 || each == 32 || each == 64;
      default -> false;
    };
  }

  /** The kinds that ImageJ writes itself; what it makes of others is wrong, or a dialog. */
  boolean isReadByImageJ() {
    int each = bits.get(0);
    boolean whole = format == UNSIGNED && (each == 8 || each == 16);
    return !tiled
        && inOnePiece
        && LOSSLESS.contains(compression)
        && (photometric == MISSING || photometric <= PALETTE)
        && (whole || format == FLOATING && each == 32 && bits.size() == 1);
  }

  /** Its samples and compression in words. */
  String words() {
    var name = COMPRESSIONS.getOrDefault(compression, String.valueOf(compression));
    return "samples of " + samples() + (compression == NONE ? "" : ", compressed as " + name);
  }

  private String samples() {
    var kind =
        switch (format) {
          case UNSIGNED -> "";
          case SIGNED -> " with a sign";
          case FLOATING -> " in floating point";
          default -> " of kind " + format + " in the standard";
        };
    var sizes = bits.stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
    return sizes + " bits" + kind + (tiled ? " in tiles" : "");
  }

  /** What is left out of a page with more channels than a color picture with alpha has. */
  Optional<String> unreadChannels() {
    boolean color = isRgb();
    if (photometric > PALETTE || bits.size() <= (color ? 4 : 2)) {
      return Optional.empty();
    }
    return Optional.of(
        "it has "
            + bits.size()
            + " channels per pixel; only the first "
            + (color ? "3 were" : "was")
            + " read; save the others as images of their own");
  }

  /**
   * The channels that are read of such a page, of 8 or 16 bits each; a decoder for pictures would
   * mix all of them.
   */
  BufferedImage firstChannels(Raster stored) {
    int bands = isRgb() ? 3 : 1;
    int highest = (1 << bits.get(0)) - 1;
    var values =
        Raster.createInterleavedRaster(
            stored.getTransferType(), stored.getWidth(), stored.getHeight(), bands, null);
    int[] row = new int[stored.getWidth()];
    for (int band = 0; band < bands; band++) {
      for (int y = 0; y < stored.getHeight(); y++) {
        stored.getSamples(0, y, row.length, 1, band, row);
        for (int x = 0; x < row.length && photometric == WHITE_IS_ZERO; x++) {
          row[x] = highest - row[x];
        }
        values.setSamples(0, y, row.length, 1, band, row);
      }
    }
    return StoredSamples.image(values);
  }

  private boolean isRgb() {
    return photometric == RGB || photometric == MISSING;
  }

  /** Whether its values are measured ones, to be shown from the smallest to the largest. */
  boolean isMeasured() {
    return !isJpeg() && !isFax() && (format != UNSIGNED || bits.get(0) > 16);
  }

  /**
   * The values of such a page, with their sign and as dark or bright as they are meant.
   *
   * @param stored as the decoder leaves it, without a thought of its meaning
   */
  BufferedImage measured(Raster stored) {
    int bands = isRgb() && stored.getNumBands() >= 3 ? 3 : 1;
    var values = StoredSamples.floats(stored.getWidth(), stored.getHeight(), bands);
    double[] row = new double[stored.getWidth()];
    for (int band = 0; band < bands; band++) {
      for (int y = 0; y < stored.getHeight(); y++) {
        stored.getSamples(0, y, row.length, 1, band, row);
        for (int x = 0; x < row.length; x++) {
          values.setSample(x, y, band, (float) value(row[x]));
        }
      }
    }
    return StoredSamples.image(values);
  }

  private double value(double stored) {
    double value = stored;
    if (format == SIGNED && bits.get(0) == Byte.SIZE) {
      value = (byte) stored;
    } else if (format == UNSIGNED && stored < 0) {
      value = stored + 0x1p32;
    }
    // Counted down from 2^32, small values would lose their digits in 32-bit floating point.
    return photometric == WHITE_IS_ZERO ? -value : value;
  }
}
