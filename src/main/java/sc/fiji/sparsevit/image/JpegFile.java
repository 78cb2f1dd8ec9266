/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The segments of a JPEG, put so that every decoder sees the same: the colors' coding is said in
 * one way only, the profile is left out, since the pixels are taken as they are, and the end is
 * there.
 */
final class JpegFile {
  /** How three or four components are coded. */
  enum Coding {
    /** As they are. */
    PLAIN,
    /** Three of them, or the first three of four inks, as brightness and color. */
    BRIGHTNESS_AND_COLOR
  }

  private static final int MARKER = 0xff;
  private static final int TEM = 0x01;
  private static final int SOF0 = 0xc0;
  private static final int SOF2 = 0xc2;
  private static final int SOF15 = 0xcf;
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int JPEG_LS = 0xf7;
  private static final int COM = 0xfe;

  private static final int COEFFICIENTS = 64;
  private static final byte[] ADOBE = {
    (byte) MARKER, (byte) APP14, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private final byte[] file;
  private final Integer codingWithoutAdobe;
  private final ByteArrayOutputStream code;
  private boolean jfif;
  private Integer adobe;
  private int[] identifiers = {};
  private boolean progressive;

  /** Of each coefficient of each component, how many bits are still to come; -1 for all. */
  private int[][] missing = {};

  private boolean endMissing;
  private boolean othersFollow;

  private JpegFile(byte[] file, Integer codingWithoutAdobe) {
    this.file = file;
    this.codingWithoutAdobe = codingWithoutAdobe;
    this.code = new ByteArrayOutputStream(file.length + ADOBE.length);
  }

  /**
   * @param codingWithoutAdobe what a PDF says about the colors' coding, 0 for plain and 1 for
   *     brightness and color, which counts where the JPEG has no Adobe segment; or null
   * @throws EOFException if a part of the picture is missing
   * @throws UnreadKindException if the JPEG is of a kind that is not decoded here
   */
  static JpegFile of(byte[] file, Integer codingWithoutAdobe) throws IOException {
    var jpeg = new JpegFile(file, codingWithoutAdobe);
    jpeg.read();
    return jpeg;
  }

  int components() {
    return identifiers.length;
  }

  /** Whether all of the picture is there, but not the marker that ends the file. */
  boolean endMissing() {
    return endMissing;
  }

  /** Whether scans that would refine the picture are missing. */
  boolean isCoarse() {
    return !isComplete();
  }

  /** Whether more pictures follow this one. */
  boolean othersFollow() {
    return othersFollow;
  }

  private boolean othersFollow(int start) {
    for (int at = start; at + 2 < file.length; at++) {
      if (at(at) == MARKER && at(at + 1) == SOI && at(at + 2) == MARKER) {
        return true;
      }
    }
    return false;
  }

  ImageInputStream stream() {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(code.toByteArray()));
  }

  /** As the IJG's library, which the others follow, decides it. */
  Coding coding() {
    boolean coded =
        switch (components()) {
          case 3 ->
              adobe == null && !jfif && codingWithoutAdobe != null
                  ? codingWithoutAdobe != 0
                  : jfif || (adobe == null ? !isRgb() : adobe != 0);
          case 4 -> adobe == null ? Integer.valueOf(1).equals(codingWithoutAdobe) : adobe != 0;
          default -> false;
        };
    return coded ? Coding.BRIGHTNESS_AND_COLOR : Coding.PLAIN;
  }

  private boolean isRgb() {
    return identifiers[0] == 'R' && identifiers[1] == 'G' && identifiers[2] == 'B';
  }

  private void read() throws IOException {
    int at = segment(start());
    while (at >= 0) {
      at = segment(at);
    }
    code.write(MARKER);
    code.write(EOI);
  }

  /** Behind the mark of a JPEG, which a line feed may precede in a PDF. */
  private int start() throws IOException {
    for (int at = 0; at + 1 < Math.min(file.length, 16); at++) {
      if (at(at) == MARKER && at(at + 1) == SOI) {
        code.write(file, at, 2);
        return at + 2;
      }
    }
    throw new IOException("it does not start like a JPEG");
  }

  private int at(int position) {
    return file[position] & 0xff;
  }

  /**
   * Reads the segment at a position, or the next one after it.
   *
   * @return where the next one starts; negative if the picture ends here
   */
  private int segment(int position) throws IOException {
    int at = marker(position);
    if (at >= file.length) {
      return end(true);
    }
    int marker = at(at);
    if (marker == EOI) {
      othersFollow = othersFollow(at + 1);
      return end(false);
    }
    if (marker == TEM || marker >= RST0 && marker < EOI) {
      return at + 1;
    }
    if (at + 2 >= file.length || at + 1 + length(at + 1) > file.length || length(at + 1) < 2) {
      return end(true);
    }
    int next = at + 1 + length(at + 1);
    if (isComplete() && (marker < APP0 || marker > APP15) && marker != COM && marker != 0xdc) {
      return end(true); // whatever this is, it is no part of the picture
    }
    switch (marker) {
      case APP0 -> jfif |= startsWith(at + 3, "JFIF\0");
      case APP14 -> {
        if (startsWith(at + 3, "Adobe") && next - at >= 15) {
          adobe = at(at + 14);
        }
      }
      case SOS -> {
        code.write(adobeSegment(), 0, components() == 3 || components() == 4 ? ADOBE.length : 0);
        copy(at - 1, next);
        scanned(at + 3);
        return scan(next);
      }
      default -> {
        if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC
            || marker == JPEG_LS) {
          frame(marker, at + 3);
        }
        if (marker < APP0 || marker > APP15 && marker != COM) {
          copy(at - 1, next);
        }
      }
    }
    return next;
  }

  /** Where the second byte of the next marker is. */
  private int marker(int position) {
    int at = position;
    while (at + 1 < file.length && (at(at) != MARKER || at(at + 1) == 0 || at(at + 1) == MARKER)) {
      at++;
    }
    return at + 1;
  }

  private int length(int at) {
    return at(at) << 8 | at(at + 1);
  }

  private boolean startsWith(int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return at + bytes.length <= file.length
        && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
  }

  private void copy(int from, int to) {
    code.write(file, from, to - from);
  }

  /** One segment for all scans, before the first of them. */
  private byte[] adobeSegment() {
    byte[] segment = ADOBE.clone();
    if (coding() == Coding.BRIGHTNESS_AND_COLOR) {
      segment[segment.length - 1] = (byte) (components() == 4 ? 2 : 1);
    }
    return segment;
  }

  private void frame(int marker, int at) throws IOException {
    if (marker > SOF2) {
      throw new UnreadKindException(
          "is a JPEG of " + kind(marker), "save it as PNG or TIFF with a program that supports it");
    }
    int bits = at(at);
    if (bits != 8) {
      throw new UnreadKindException(
          "is a JPEG with " + bits + " bits per sample", "save it as PNG or TIFF");
    }
    progressive = marker == SOF2;
    int count = at(at + 5);
    identifiers = new int[count];
    missing = new int[count][COEFFICIENTS];
    for (int i = 0; i < count && at + 6 + 3 * i < file.length; i++) {
      identifiers[i] = at(at + 6 + 3 * i);
      Arrays.fill(missing[i], -1);
    }
  }

  private static String kind(int marker) {
    return switch (marker) {
      case 0xc3, 0xc7, 0xcb, 0xcf -> "lossless coding";
      case JPEG_LS -> "lossless coding (JPEG-LS)";
      case 0xc9, 0xca -> "arithmetic coding";
      default -> String.format(Locale.ROOT, "kind %02x", marker);
    };
  }

  /** Notes what a scan brings. */
  private void scanned(int at) {
    int count = at(at);
    int behind = at + 1 + 2 * count;
    if (behind + 2 >= file.length) {
      return;
    }
    int first = progressive ? Math.min(at(behind), COEFFICIENTS - 1) : 0;
    int last = progressive ? Math.min(at(behind + 1), COEFFICIENTS - 1) : COEFFICIENTS - 1;
    int bits = progressive ? at(behind + 2) & 0xf : 0;
    for (int i = 0; i < count; i++) {
      for (int component = 0; component < identifiers.length; component++) {
        if (identifiers[component] == at(at + 1 + 2 * i) && first <= last) {
          Arrays.fill(missing[component], first, last + 1, bits);
        }
      }
    }
  }

  private boolean isComplete() {
    return missing.length > 0
        && Arrays.stream(missing).flatMapToInt(Arrays::stream).allMatch(bits -> bits == 0);
  }

  /** Copies the code of a scan, which ends at the next marker that is not a restart marker. */
  private int scan(int start) {
    int at = marker(start);
    while (at < file.length && at(at) >= RST0 && at(at) <= RST7) {
      at = marker(at + 1);
    }
    int end = Math.min(at, file.length) - (at < file.length ? 1 : 0);
    if (at >= file.length) {
      end = withoutPadding(start, file.length);
    }
    copy(start, end);
    return end;
  }

  /** What fills up a file is not code, which ends with bits that are set. */
  private int withoutPadding(int start, int end) {
    int last = end;
    while (last > start && file[last - 1] == 0) {
      last--;
    }
    boolean stuffed = last < end && last > start && at(last - 1) == MARKER;
    return stuffed ? last + 1 : last;
  }

  /**
   * @throws EOFException if something of the picture is missing too
   */
  private int end(boolean withoutMarker) throws IOException {
    if (identifiers.length == 0) {
      throw new IOException("it contains no image");
    }
    boolean nothing = Arrays.stream(missing).anyMatch(bits -> bits[0] < 0);
    if (nothing || withoutMarker && !isComplete()) {
      throw new EOFException();
    }
    endMissing = withoutMarker;
    return -1;
  }
}
