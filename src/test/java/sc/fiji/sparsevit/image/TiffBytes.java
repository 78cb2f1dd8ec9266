/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/** Writes TIFFs of every kind, sample by sample. */
record TiffBytes(
    int width,
    int height,
    int format,
    int bits,
    int photometric,
    int samples,
    boolean tiled,
    boolean planar,
    int compression,
    int predictor,
    ByteOrder order,
    boolean big,
    Map<Integer, Object> more) {
  static final int UNSIGNED = 1;
  static final int SIGNED = 2;
  static final int FLOAT = 3;

  static final int WHITE_IS_ZERO = 0;
  static final int BLACK_IS_ZERO = 1;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int INKS = 5;
  static final int BRIGHTNESS_AND_COLOR = 6;
  static final int LAB = 8;

  static final int NONE = 1;
  static final int LZW = 5;
  static final int DEFLATE = 8;
  static final int OLD_DEFLATE = 32946;
  static final int PACK_BITS = 32773;

  private static final Set<Integer> SHORT =
      Set.of(258, 259, 262, 277, 284, 317, 320, 338, 339, 530);

  private static final int TILE = 16;
  private static final int ROWS_PER_STRIP = 7;

  /** A sample, as the bits that are stored. */
  interface Stored {
    long at(int x, int y, int sample);
  }

  static TiffBytes gray(int width, int height, int format, int bits) {
    return new TiffBytes(
        width,
        height,
        format,
        bits,
        BLACK_IS_ZERO,
        1,
        false,
        false,
        NONE,
        1,
        ByteOrder.LITTLE_ENDIAN,
        false,
        Map.of());
  }

  TiffBytes colors(int photometric, int samples) {
    return new TiffBytes(
        width,
        height,
        format,
        bits,
        photometric,
        samples,
        tiled,
        planar,
        compression,
        predictor,
        order,
        big,
        more);
  }

  TiffBytes layout(boolean tiles, boolean planes) {
    return new TiffBytes(
        width,
        height,
        format,
        bits,
        photometric,
        samples,
        tiles,
        planes,
        compression,
        predictor,
        order,
        big,
        more);
  }

  TiffBytes coded(int compression, int predictor) {
    return new TiffBytes(
        width,
        height,
        format,
        bits,
        photometric,
        samples,
        tiled,
        planar,
        compression,
        predictor,
        order,
        big,
        more);
  }

  TiffBytes ordered(ByteOrder order, boolean big) {
    return new TiffBytes(
        width,
        height,
        format,
        bits,
        photometric,
        samples,
        tiled,
        planar,
        compression,
        predictor,
        order,
        big,
        more);
  }

  /**
   * @param value an int, an int[] or a String
   */
  TiffBytes with(int tag, Object value) {
    var all = new HashMap<>(more);
    all.put(tag, value);
    return new TiffBytes(
        width,
        height,
        format,
        bits,
        photometric,
        samples,
        tiled,
        planar,
        compression,
        predictor,
        order,
        big,
        all);
  }

  byte[] write(Stored stored) {
    var chunks = new ArrayList<byte[]>();
    int chunkWidth = tiled ? TILE : width;
    int chunkHeight = tiled ? TILE : ROWS_PER_STRIP;
    for (int plane = 0; plane < (planar ? samples : 1); plane++) {
      for (int y = 0; y < height; y += chunkHeight) {
        for (int x = 0; x < width; x += chunkWidth) {
          int rows = tiled ? TILE : Math.min(chunkHeight, height - y);
          chunks.add(chunk(stored, x, y, chunkWidth, rows, plane));
        }
      }
    }
    return file(chunks);
  }

  private byte[] chunk(Stored stored, int left, int top, int columns, int rows, int plane) {
    var bytes = new ByteArrayOutputStream();
    int perPixel = planar ? 1 : samples;
    for (int y = top; y < top + rows; y++) {
      long[] row = new long[columns * perPixel];
      for (int i = 0; i < row.length; i++) {
        int x = left + i / perPixel;
        boolean inside = x < width && y < height;
        row[i] = inside ? stored.at(x, y, planar ? plane : i % perPixel) : 0;
      }
      bytes.writeBytes(row(row, perPixel));
    }
    return compressed(bytes.toByteArray(), (columns * perPixel * bits + 7) / 8);
  }

  private byte[] row(long[] values, int perPixel) {
    if (predictor == 2) {
      for (int i = values.length - 1; i >= perPixel; i--) {
        values[i] -= values[i - perPixel];
      }
    }
    if (predictor == 3) {
      return floatingDifferences(values, perPixel);
    }
    return packed(values, order);
  }

  private byte[] packed(long[] values, ByteOrder byteOrder) {
    if (bits % 8 == 0) {
      var buffer = ByteBuffer.allocate(values.length * bits / 8);
      for (long value : values) {
        for (int i = 0; i < bits / 8; i++) {
          int shift = byteOrder == ByteOrder.BIG_ENDIAN ? bits - 8 - 8 * i : 8 * i;
          buffer.put((byte) (value >>> shift));
        }
      }
      return buffer.array();
    }
    byte[] bytes = new byte[(values.length * bits + 7) / 8];
    for (int i = 0; i < values.length * bits; i++) {
      long bit = values[i / bits] >>> (bits - 1 - i % bits) & 1;
      bytes[i / 8] |= (byte) (bit << (7 - i % 8));
    }
    return bytes;
  }

  /** Adobe's: the most significant bytes of all samples first, and so on, then differences. */
  private byte[] floatingDifferences(long[] values, int perPixel) {
    int bytes = bits / 8;
    byte[] plain = packed(values, ByteOrder.BIG_ENDIAN);
    byte[] sorted = new byte[plain.length];
    for (int i = 0; i < plain.length; i++) {
      sorted[i % bytes * values.length + i / bytes] = plain[i];
    }
    for (int i = sorted.length - 1; i >= perPixel; i--) {
      sorted[i] -= sorted[i - perPixel];
    }
    return sorted;
  }

  private byte[] compressed(byte[] plain, int bytesPerRow) {
    return switch (compression) {
      case LZW -> lzw(plain);
      case DEFLATE, OLD_DEFLATE -> deflated(plain);
      case PACK_BITS -> packBits(plain, bytesPerRow);
      default -> plain;
    };
  }

  private static byte[] deflated(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Literal runs only. */
  private static byte[] packBits(byte[] plain, int bytesPerRow) {
    var bytes = new ByteArrayOutputStream();
    for (int row = 0; row < plain.length; row += bytesPerRow) {
      for (int i = row; i < row + bytesPerRow; i += 128) {
        int length = Math.min(128, row + bytesPerRow - i);
        bytes.write(length - 1);
        bytes.write(plain, i, length);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] lzw(byte[] plain) {
    var out = new ByteArrayOutputStream();
    long buffer = 0;
    int filled = 0;
    var codes = new ArrayList<int[]>(); // code and width
    var table = new HashMap<String, Integer>();
    int next = 258;
    int bitsPerCode = 9;
    codes.add(new int[] {256, 9});
    var known = "";
    for (byte value : plain) {
      var longer = known + (char) (value & 0xff);
      if (longer.length() == 1 || table.containsKey(longer)) {
        known = longer;
        continue;
      }
      codes.add(new int[] {known.length() == 1 ? known.charAt(0) : table.get(known), bitsPerCode});
      table.put(longer, next++);
      if (next == 4095) {
        codes.add(new int[] {256, bitsPerCode});
        table.clear();
        next = 258;
        bitsPerCode = 9;
      } else if (next == 1 << bitsPerCode) {
        bitsPerCode++;
      }
      known = "" + (char) (value & 0xff);
    }
    if (!known.isEmpty()) {
      codes.add(new int[] {known.length() == 1 ? known.charAt(0) : table.get(known), bitsPerCode});
      next++;
      if (next == 1 << bitsPerCode) {
        bitsPerCode++;
      }
    }
    codes.add(new int[] {257, bitsPerCode});
    for (int[] code : codes) {
      buffer = buffer << code[1] | code[0];
      filled += code[1];
      while (filled >= 8) {
        filled -= 8;
        out.write((int) (buffer >>> filled));
        buffer &= (1L << filled) - 1;
      }
    }
    if (filled > 0) {
      out.write((int) (buffer << (8 - filled)));
    }
    return out.toByteArray();
  }

  private byte[] file(List<byte[]> chunks) {
    int header = big ? 16 : 8;
    var data = new ByteArrayOutputStream();
    int[] offsets = new int[chunks.size()];
    int[] counts = new int[chunks.size()];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = header + data.size();
      counts[i] = chunks.get(i).length;
      data.writeBytes(chunks.get(i));
      if (data.size() % 2 == 1) {
        data.write(0);
      }
    }
    int[] each = new int[samples];
    Arrays.fill(each, bits);
    var tags = new TreeMap<Integer, Object>();
    tags.put(256, width);
    tags.put(257, height);
    tags.put(258, each.clone());
    tags.put(259, compression);
    tags.put(262, photometric);
    tags.put(tiled ? 324 : 273, offsets);
    tags.put(277, samples);
    if (tiled) {
      tags.put(322, TILE);
      tags.put(323, TILE);
    } else {
      tags.put(278, ROWS_PER_STRIP);
    }
    tags.put(tiled ? 325 : 279, counts);
    tags.put(284, planar ? 2 : 1);
    if (predictor != 1) {
      tags.put(317, predictor);
    }
    if (format != UNSIGNED) {
      Arrays.fill(each, format);
      tags.put(339, each);
    }
    tags.putAll(more);
    return file(data.toByteArray(), header, tags);
  }

  private byte[] file(byte[] data, int header, Map<Integer, Object> tags) {
    int directory = header + data.length;
    int inline = big ? 8 : 4;
    int behind = directory + (big ? 8 + 20 * tags.size() + 8 : 2 + 12 * tags.size() + 4);
    var extra = new ByteArrayOutputStream();
    var out = ByteBuffer.allocate(behind + (1 << 18)).order(order);
    out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    if (big) {
      out.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
    } else {
      out.putShort((short) 42).putInt(directory);
    }
    out.put(data);
    if (big) {
      out.putLong(tags.size());
    } else {
      out.putShort((short) tags.size());
    }
    for (var tag : tags.entrySet()) {
      boolean text = tag.getValue() instanceof String;
      boolean small = SHORT.contains(tag.getKey());
      byte[] value = value(tag.getValue(), small);
      int count = text ? value.length : value.length / (small ? 2 : 4);
      out.putShort(tag.getKey().shortValue()).putShort((short) (text ? 2 : small ? 3 : 4));
      if (big) {
        out.putLong(count);
      } else {
        out.putInt(count);
      }
      int at = out.position();
      if (value.length <= inline) {
        out.put(value);
      } else {
        if (big) {
          out.putLong(behind + extra.size());
        } else {
          out.putInt(behind + extra.size());
        }
        extra.writeBytes(value);
        if (extra.size() % 2 == 1) {
          extra.write(0);
        }
      }
      out.position(at + inline);
    }
    if (big) {
      out.putLong(0);
    } else {
      out.putInt(0);
    }
    out.put(extra.toByteArray());
    return Arrays.copyOf(out.array(), out.position());
  }

  private byte[] value(Object value, boolean small) {
    if (value instanceof String text) {
      return (text + "\0").getBytes(StandardCharsets.ISO_8859_1);
    }
    int[] numbers = value instanceof Integer number ? new int[] {number} : (int[]) value;
    var bytes = ByteBuffer.allocate(4 * numbers.length).order(order);
    for (int number : numbers) {
      if (small) {
        bytes.putShort((short) number);
      } else {
        bytes.putInt(number);
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
