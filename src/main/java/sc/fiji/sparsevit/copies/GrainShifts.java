/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds by how many pixels a smooth picture agrees with itself: its grain, all of it, is held
 * against itself at all shifts at once, by a Fourier transformation. Grain occurs once, so one peak
 * stands out for what was copied; the larger it is, and the smaller the picture, the more clearly;
 * large pictures are also searched square by square.
 */
final class GrainShifts {

  /** Pixels of a side; larger pictures are folded, so that memory and work are bounded. */
  private static final int LARGEST_SIDE = 4096;

  private static final int LEAST_SIDE = 256;

  /** Blocks of compression repeat every so many pixels, and what they leave agrees there. */
  static final int GRID = 8;

  /** Pixels; textures agree with themselves nearby. */
  static final int LEAST_SHIFT = 40;

  /** Standard deviations above what shifts of the same place in the grid have. */
  private static final double LEAST_HEIGHT = 5;

  private static final int NEIGHBORS = 3;
  private static final int MOST_SHIFTS = 6;

  private static final double MOST_TIMES = 3;

  /** Pixels: among the many shifts of squares, more lie near a line by chance. */
  private static final double NEAR_LINE = 1;

  private static final double MOST_TIMES_IN_TILES = 1.5;

  /** Six copies of one thing have as many, each counted from both ends. */
  private static final int MOST_WAYS = 8;

  private GrainShifts() {}

  /**
   * A shift that may be that of a copy.
   *
   * @param height of its peak in standard deviations
   */
  record Shift(int right, int down, double height) {

    /** From the upper one of two parts to the lower one, or to the right. */
    Shift forward() {
      boolean forward = down > 0 || down == 0 && right > 0;
      return forward ? this : new Shift(-right, -down, height);
    }

    boolean isAt(Shift other) {
      return Math.abs(right - other.right) <= 1 && Math.abs(down - other.down) <= 1;
    }

    boolean isNear(Shift other) {
      return Math.abs(right - other.right) <= NEIGHBORS && Math.abs(down - other.down) <= NEIGHBORS;
    }
  }

  /**
   * The clearest first, those between squares last.
   *
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  static List<Shift> find(GrainPlane grain, ProgressListener listener) {
    if (grain.count() < GrainCopies.LEAST_PIXELS) {
      return List.of();
    }
    var shifts = new ArrayList<>(ofNoPattern(inAll(grain), NEIGHBORS, MOST_TIMES));
    for (var shift :
        ofNoPattern(GrainTiles.shifts(grain, listener), NEAR_LINE, MOST_TIMES_IN_TILES)) {
      if (shifts.stream().noneMatch(known -> known.isNear(shift))) {
        shifts.add(shift);
      }
    }
    return shifts;
  }

  /** Those of the picture as a whole. */
  private static List<Shift> inAll(GrainPlane grain) {
    int width = side(grain.width());
    int height = side(grain.height());
    float[] agreement = GrainAgreement.of(folded(grain, width, height), width, height);
    double[] deviations = deviations(agreement, width);
    var peaks = new ArrayList<Shift>();
    for (int y = 0; y <= height / 2; y++) {
      for (int x = 0; x < width; x++) {
        double clear = agreement[y * width + x] / deviations[y % GRID * GRID + x % GRID];
        int right = x > width / 2 ? x - width : x;
        if (clear > LEAST_HEIGHT && (y > 0 || right > 0) && Math.hypot(right, y) >= LEAST_SHIFT) {
          peaks.add(new Shift(right, y, clear));
        }
      }
    }
    peaks.sort((one, other) -> Double.compare(other.height, one.height));
    var shifts = new ArrayList<Shift>();
    for (var peak : peaks) {
      if (shifts.size() < MOST_SHIFTS && shifts.stream().noneMatch(peak::isNear)) {
        shifts.addAll(unfolded(peak, width, height, grain));
      }
    }
    return shifts;
  }

  /**
   * What repeats again and again does so along a line, or in a lattice.
   *
   * @param near pixels from the line
   * @param times how many times as high a peak may be as another one of its pattern
   */
  private static List<Shift> ofNoPattern(List<Shift> all, double near, double times) {
    return all.stream()
        .filter(shift -> !isOfPattern(shift, all, near, times) && !isOfLattice(shift, all))
        .toList();
  }

  /** Whether other shifts lead to the same place, two after one another, in several ways. */
  private static boolean isOfLattice(Shift shift, List<Shift> all) {
    int ways = 0;
    for (var first : all) {
      var rest = new Shift(shift.right - first.right, shift.down - first.down, 0);
      var opposite = new Shift(-rest.right, -rest.down, 0);
      ways += all.stream().anyMatch(other -> other.isAt(rest) || other.isAt(opposite)) ? 1 : 0;
    }
    return ways > MOST_WAYS;
  }

  private static boolean isOfPattern(Shift shift, List<Shift> all, double near, double times) {
    double length = Math.hypot(shift.right, shift.down);
    for (var other : all) {
      double beside = (double) shift.right * other.down - (double) shift.down * other.right;
      if (other.height != shift.height
          && times * other.height > shift.height
          && Math.abs(beside) < near * Math.max(length, Math.hypot(other.right, other.down))) {
        return true;
      }
    }
    return false;
  }

  private static int side(int length) {
    int side = LEAST_SIDE;
    while (side < length && side < LARGEST_SIDE) {
      side *= 2;
    }
    return side;
  }

  /** The same shift may have gone around the folded picture. */
  private static List<Shift> unfolded(Shift peak, int width, int height, GrainPlane grain) {
    var shifts = new ArrayList<Shift>();
    for (int down = peak.down - height * (grain.height() / height + 1);
        down < grain.height();
        down += height) {
      for (int right = peak.right - width * (grain.width() / width + 1);
          right < grain.width();
          right += width) {
        if (Math.abs(right) < grain.width() && down > -grain.height()) {
          shifts.add(new Shift(right, down, peak.height).forward());
        }
      }
    }
    return shifts;
  }

  private static float[] folded(GrainPlane grain, int width, int height) {
    var folded = new float[width * height];
    for (int y = 0; y < grain.height(); y++) {
      int row = y % height * width;
      for (int x = 0; x < grain.width(); x++) {
        folded[row + x % width] += grain.at(x, y);
      }
    }
    return folded;
  }

  /** For each place in the grid, of what is no peak. */
  static double[] deviations(float[] agreement, int width) {
    return deviations(agreement, width, agreement.length / width);
  }

  /**
   * The same, of its first rows alone.
   *
   * @param width a multiple of {@value #GRID}
   */
  static double[] deviations(float[] agreement, int width, int rows) {
    var deviations = new double[GRID * GRID];
    double[] most = new double[GRID * GRID];
    Arrays.fill(most, Double.MAX_VALUE);
    for (int round = 0; round < 2; round++) {
      for (int place = 0; place < most.length; place++) {
        deviations[place] = deviation(agreement, width, rows, place, most[place]) + 1e-12;
        most[place] = 4 * deviations[place];
      }
    }
    return deviations;
  }

  /** Of the values of one place whose size is less than the most. */
  private static double deviation(float[] agreement, int width, int rows, int place, double most) {
    double squares = 0;
    int count = 0;
    for (int y = place / GRID; y < rows; y += GRID) {
      for (int i = y * width + place % GRID; i < (y + 1) * width; i += GRID) {
        double value = agreement[i];
        if (Math.abs(value) < most) {
          squares += value * value;
          count++;
        }
      }
    }
    return Math.sqrt(squares / Math.max(1, count));
  }
}
