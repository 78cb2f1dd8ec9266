/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * A JPEG's quantization tables, by which what wrote it can often be told.
 *
 * @param tables each of 64 values, row by row, in the order of their numbers; the first is
 *     luminance
 */
record JpegTables(List<List<Integer>> tables) {
  private static final int SIZE = 64;

  /** Where the values, which are stored along the diagonals, belong in a table of rows. */
  private static final int[] ZIGZAG = zigzag();

  /** Reads DQT segments; one that is cut off ends the reading. */
  static JpegTables read(Iterable<byte[]> segments) {
    SortedMap<Integer, List<Integer>> tables = new TreeMap<>();
    for (byte[] segment : segments) {
      int at = 0;
      while (at < segment.length) {
        int bytes = (segment[at] & 0xf0) == 0 ? 1 : 2;
        if (at + 1 + SIZE * bytes > segment.length) {
          break;
        }
        tables.put(segment[at] & 0xf, table(segment, at + 1, bytes));
        at += 1 + SIZE * bytes;
      }
    }
    return new JpegTables(List.copyOf(tables.values()));
  }

  boolean isEmpty() {
    return tables.isEmpty();
  }

  /** The quality setting, 1 to 100, of the standard luminance table that comes closest. */
  int quality() {
    int best = 1;
    for (int quality = 2; quality <= 100; quality++) {
      if (distance(quality) <= distance(best)) {
        best = quality;
      }
    }
    return best;
  }

  /** Whether every table is the standard one of that quality. */
  boolean isStandard() {
    var known =
        List.of(
            standard(JPEGQTable.K1Luminance, quality()),
            standard(JPEGQTable.K2Chrominance, quality()));
    return known.containsAll(tables);
  }

  private int distance(int quality) {
    var standard = standard(JPEGQTable.K1Luminance, quality);
    return IntStream.range(0, SIZE)
        .map(i -> Math.abs(standard.get(i) - tables.get(0).get(i)))
        .sum();
  }

  /** The table of annex K of the standard, scaled as the Independent JPEG Group does it. */
  private static List<Integer> standard(JPEGQTable table, int quality) {
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    return IntStream.of(table.getTable())
        .mapToObj(value -> Math.max(1, Math.min(255, (value * percent + 50) / 100)))
        .toList();
  }

  private static List<Integer> table(byte[] segment, int start, int bytes) {
    var values = new Integer[SIZE];
    for (int i = 0; i < SIZE; i++) {
      int at = start + i * bytes;
      int high = segment[at] & 0xff;
      values[ZIGZAG[i]] = bytes == 1 ? high : high << 8 | segment[at + 1] & 0xff;
    }
    return List.of(values);
  }

  private static int[] zigzag() {
    Collection<Integer> order = new ArrayList<>();
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      for (int step = 0; step <= diagonal; step++) {
        int row = diagonal % 2 == 0 ? diagonal - step : step;
        int column = diagonal - row;
        if (row < 8 && column < 8) {
          order.add(8 * row + column);
        }
      }
    }
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
