/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The boundaries between the columns of a tile, and what the jumps across them say for and against
 * seams: logarithms of how much more probable a jump is at a seam than elsewhere in this tile.
 */
final class Boundaries {

  /** JPEG's blocks have boundaries of their own, which jump more often than others. */
  private static final int BLOCK = 8;

  /** Shares of strong and of clear jumps at a seam. */
  private static final double STRONG_AT_SEAM = 0.45;

  private static final double CLEAR_AT_SEAM = 0.3;

  /** Elsewhere, jumps are taken to be at least this frequent. */
  private static final double STRONG_ELSEWHERE = 0.01;

  private static final double CLEAR_ELSEWHERE = 0.08;

  /** Boundaries with less evidence in a row have no seam. */
  private static final float LEAST_EVIDENCE = 12;

  /** The boundaries with the most evidence that are looked at. */
  private static final int MOST = 64;

  /** Boundaries with this much evidence are hard to overlook. */
  private static final float PLAIN_EVIDENCE = 40;

  /** With more of them, the tile shows a lattice: it was enlarged without smoothing, or drawn. */
  private static final int MOST_PLAIN = 24;

  private final int number;
  private final int rows;

  /** (rows, number), ordinals of jumps. */
  private final byte[] jumps;

  /** (block, jump): evidence. */
  private final float[][] evidence;

  private Boundaries(int number, int rows, byte[] jumps) {
    this.number = number;
    this.rows = rows;
    this.jumps = jumps;
    this.evidence = evidence(frequencies());
  }

  static Boundaries of(GrayTile tile) {
    int number = tile.width() - 1;
    var jumps = new byte[number * tile.height()];
    var others = new float[2 * Jump.REACH];
    for (int y = 0; y < tile.height(); y++) {
      for (int x = Jump.REACH; x < number - Jump.REACH; x++) {
        var jump = Jump.between(tile.levels(), y * tile.width() + x, others);
        jumps[y * number + x] = (byte) jump.ordinal();
      }
    }
    return new Boundaries(number, tile.height(), jumps);
  }

  /** The boundaries that may have seams, from left to right; none where a lattice is seen. */
  List<SeamLine> lines() {
    var best = bestRuns();
    if (IntStream.range(0, number).filter(x -> best[x] > PLAIN_EVIDENCE).count() > MOST_PLAIN) {
      return List.of();
    }
    return IntStream.range(0, number)
        .filter(x -> best[x] > LEAST_EVIDENCE)
        .boxed()
        .sorted(Comparator.comparing(x -> -best[x]))
        .limit(MOST)
        .sorted()
        .map(this::line)
        .toList();
  }

  private SeamLine line(int x) {
    var line = new SeamLine(x + 1, rows);
    for (int y = 0; y < rows; y++) {
      byte jump = jumps[y * number + x];
      line.append(y, Jump.of(jump), evidence[x % BLOCK][jump]);
    }
    return line;
  }

  /** The most evidence that rows in a row have, for each boundary. */
  private float[] bestRuns() {
    var run = new float[number];
    var best = new float[number];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < number; x++) {
        run[x] = Math.max(0, run[x] + evidence[x % BLOCK][jumps[y * number + x]]);
        best[x] = Math.max(best[x], run[x]);
      }
    }
    return best;
  }

  /** (block, jump): of the known ones. */
  private double[][] frequencies() {
    var counts = new int[BLOCK][Jump.values().length];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < number; x++) {
        counts[x % BLOCK][jumps[y * number + x]]++;
      }
    }
    var shares = new double[BLOCK][];
    for (int i = 0; i < BLOCK; i++) {
      var count = counts[i];
      int known = Math.max(1, IntStream.of(count).sum() - count[Jump.UNKNOWN.ordinal()]);
      shares[i] = IntStream.of(count).mapToDouble(n -> (double) n / known).toArray();
    }
    return shares;
  }

  private static float[][] evidence(double[][] frequencies) {
    double usualClear = median(frequencies, Jump.CLEAR);
    double usualStrong = median(frequencies, Jump.STRONG);
    var evidence = new float[BLOCK][Jump.values().length];
    for (int i = 0; i < BLOCK; i++) {
      double clear =
          Math.max(CLEAR_ELSEWHERE, Math.max(usualClear, frequencies[i][Jump.CLEAR.ordinal()]));
      double strong =
          Math.max(STRONG_ELSEWHERE, Math.max(usualStrong, frequencies[i][Jump.STRONG.ordinal()]));
      double none = Math.max(1e-6, 1 - clear - strong);
      double forStrong = Math.max(0, Math.log(STRONG_AT_SEAM / strong));
      double against = Math.log((1 - CLEAR_AT_SEAM - STRONG_AT_SEAM) / none);
      evidence[i][Jump.NONE.ordinal()] = (float) against;
      evidence[i][Jump.CLEAR.ordinal()] =
          (float) Math.min(forStrong, Math.log(CLEAR_AT_SEAM / clear));
      evidence[i][Jump.STRONG.ordinal()] = (float) forStrong;
    }
    return evidence;
  }

  private static double median(double[][] frequencies, Jump jump) {
    var sorted =
        IntStream.range(0, BLOCK)
            .mapToDouble(i -> frequencies[i][jump.ordinal()])
            .sorted()
            .toArray();
    return (sorted[BLOCK / 2 - 1] + sorted[BLOCK / 2]) / 2;
  }
}
