/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import ij.process.FHT;
import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds by how many pixels a smooth picture agrees with itself: its grain, all of it, is held
 * against itself at all shifts at once, by a Fourier transformation. Grain occurs once, so one peak
 * stands out for what was copied; the larger it is, and the smaller the picture, the more clearly.
 */
final class GrainShifts {

  /** Pixels of a side; larger pictures are folded, so that memory and work are bounded. */
  private static final int LARGEST_SIDE = 4096;

  private static final int LEAST_SIDE = 256;

  /** Cycles per pixel: slower is shape, faster is what compression takes away. */
  private static final double SLOW = 0.02;

  private static final double FAST = 0.3;

  /** How many times the mean around it a frequency may count: grids have strong ones. */
  private static final float MOST = 12;

  /** Sides into which the frequencies are divided to be made equally strong. */
  private static final int BLOCKS = 64;

  /** Blocks of compression repeat every so many pixels, and what they leave agrees there. */
  private static final int GRID = 8;

  /** Pixels; textures agree with themselves nearby. */
  static final int LEAST_SHIFT = 40;

  /** Standard deviations above what shifts of the same place in the grid have. */
  private static final double LEAST_HEIGHT = 5;

  private static final int NEIGHBORS = 3;
  private static final int MOST_SHIFTS = 6;

  private GrainShifts() {}

  /**
   * A shift that may be that of a copy.
   *
   * @param height of its peak in standard deviations
   */
  record Shift(int right, int down, double height) {}

  /** The clearest first. */
  static List<Shift> find(GrainPlane grain) {
    int side = side(Math.max(grain.width(), grain.height()));
    float[] agreement = agreement(folded(grain, side), side);
    double[] deviations = deviations(agreement, side);
    var peaks = new ArrayList<Shift>();
    for (int y = 0; y <= side / 2; y++) {
      for (int x = 0; x < side; x++) {
        double height = agreement[y * side + x] / deviations[y % GRID * GRID + x % GRID];
        int right = x > side / 2 ? x - side : x;
        if (height > LEAST_HEIGHT && (y > 0 || right > 0) && Math.hypot(right, y) >= LEAST_SHIFT) {
          peaks.add(new Shift(right, y, height));
        }
      }
    }
    peaks.sort((one, other) -> Double.compare(other.height, one.height));
    var shifts = new ArrayList<Shift>();
    for (var peak : peaks) {
      if (shifts.size() < MOST_SHIFTS && shifts.stream().noneMatch(known -> isNear(known, peak))) {
        shifts.addAll(unfolded(peak, side, grain));
      }
    }
    return shifts.stream().filter(shift -> !isOfPattern(shift, shifts)).toList();
  }

  /** What repeats again and again does so along a line. */
  private static boolean isOfPattern(Shift shift, List<Shift> all) {
    double length = Math.hypot(shift.right, shift.down);
    for (var other : all) {
      double beside = (double) shift.right * other.down - (double) shift.down * other.right;
      if (other.height != shift.height
          && 3 * other.height > shift.height
          && Math.abs(beside) < NEIGHBORS * Math.max(length, Math.hypot(other.right, other.down))) {
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
  private static List<Shift> unfolded(Shift peak, int side, GrainPlane grain) {
    var shifts = new ArrayList<Shift>();
    for (int down = peak.down - side * (grain.height() / side + 1);
        down < grain.height();
        down += side) {
      for (int right = peak.right - side * (grain.width() / side + 1);
          right < grain.width();
          right += side) {
        boolean half = down > 0 || down == 0 && right > 0;
        if (Math.abs(right) < grain.width() && down > -grain.height() && half) {
          shifts.add(new Shift(right, down, peak.height));
        } else if (Math.abs(right) < grain.width() && down > -grain.height() && down < 0) {
          shifts.add(new Shift(-right, -down, peak.height));
        }
      }
    }
    return shifts;
  }

  private static boolean isNear(Shift one, Shift other) {
    return Math.abs(one.right - other.right) <= NEIGHBORS
        && Math.abs(one.down - other.down) <= NEIGHBORS;
  }

  private static float[] folded(GrainPlane grain, int side) {
    var folded = new float[side * side];
    for (int y = 0; y < grain.height(); y++) {
      int row = y % side * side;
      for (int x = 0; x < grain.width(); x++) {
        folded[row + x % side] += grain.at(x, y);
      }
    }
    return folded;
  }

  /** Of the plane with itself, shifted by every pixel; all frequencies count alike. */
  private static float[] agreement(float[] plane, int side) {
    var transform = new FHT(new FloatProcessor(side, side, plane, null));
    transform.transform();
    float[] hartley = (float[]) transform.getPixels();
    var power = new float[hartley.length];
    for (int y = 0; y < side; y++) {
      int opposite = (side - y) % side * side;
      for (int x = 0; x < side; x++) {
        float one = hartley[y * side + x];
        float other = hartley[opposite + (side - x) % side];
        power[y * side + x] = one * one + other * other;
      }
    }
    even(power, side);
    var back = new FHT(new FloatProcessor(side, side, power, null), true);
    back.inverseTransform();
    return (float[]) back.getPixels();
  }

  /** Divides the power by what it is around, less 1: the mean agreement is 0. */
  private static void even(float[] power, int side) {
    int block = side / BLOCKS;
    var means = new float[BLOCKS * BLOCKS];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        means[y / block * BLOCKS + x / block] += power[y * side + x] / block / block;
      }
    }
    for (int y = 0; y < side; y++) {
      double fy = (double) Math.min(y, side - y) / side;
      for (int x = 0; x < side; x++) {
        double fx = (double) Math.min(x, side - x) / side;
        double square = fx * fx + fy * fy;
        int i = y * side + x;
        boolean counts = square > SLOW * SLOW && square < FAST * FAST;
        power[i] = counts ? Math.min(MOST, power[i] / mean(means, x, y, block)) - 1 : 0;
      }
    }
  }

  /** Between the centers of the blocks, bilinear: steps would be peaks of their own. */
  private static float mean(float[] means, int x, int y, int block) {
    int column = (x + BLOCKS * block - block / 2) / block;
    int row = (y + BLOCKS * block - block / 2) / block;
    float right = (x + BLOCKS * block - block / 2) % block / (float) block;
    float down = (y + BLOCKS * block - block / 2) % block / (float) block;
    int left = column % BLOCKS;
    int next = (column + 1) % BLOCKS;
    int upper = row % BLOCKS * BLOCKS;
    int lower = (row + 1) % BLOCKS * BLOCKS;
    float above = means[upper + left] * (1 - right) + means[upper + next] * right;
    float below = means[lower + left] * (1 - right) + means[lower + next] * right;
    return above * (1 - down) + below * down + 1e-9f;
  }

  /** For each place in the grid, of what is no peak. */
  private static double[] deviations(float[] agreement, int side) {
    var deviations = new double[GRID * GRID];
    double[] most = new double[GRID * GRID];
    Arrays.fill(most, Double.MAX_VALUE);
    for (int round = 0; round < 2; round++) {
      var squares = new double[GRID * GRID];
      var counts = new int[GRID * GRID];
      for (int y = 0; y <= side / 2; y++) {
        for (int x = 0; x < side; x++) {
          int place = y % GRID * GRID + x % GRID;
          double value = agreement[y * side + x];
          if (Math.abs(value) < most[place]) {
            squares[place] += value * value;
            counts[place]++;
          }
        }
      }
      for (int place = 0; place < most.length; place++) {
        deviations[place] = Math.sqrt(squares[place] / Math.max(1, counts[place])) + 1e-12;
        most[place] = 4 * deviations[place];
      }
    }
    return deviations;
  }
}
