/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.copies.GrainShifts.Shift;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds by how many pixels the squares of a large picture agree with one another: among the shifts
 * of two squares, those of a copy stand out more clearly than among those of the whole picture.
 */
final class GrainTiles {

  private static final int SIDE = 1024;

  /** Of a larger picture, squares are larger, so that the work is bounded. */
  private static final int MOST_SQUARES = 25;

  /** Larger squares are folded. */
  private static final int LARGEST_SIDE = 2048;

  /** Standard deviations; of every few squares, one shift is so high by chance. */
  private static final double LEAST_HEIGHT = 5;

  private static final int MOST_SHIFTS = 150;

  /** Of two squares; a lattice has many. */
  private static final int MOST_OF_TWO = 2;

  private final GrainPlane grain;
  private final int side;
  private final int transformed;

  private GrainTiles(GrainPlane grain, int side) {
    this.grain = grain;
    this.side = side;
    transformed = Math.min(side, LARGEST_SIDE);
  }

  /** A square, by where it begins. */
  private record Square(int x, int y, GrainSpectrum spectrum) {}

  /**
   * The clearest first; none of a picture that is a single square.
   *
   * @throws CancellationException when the listener says so
   */
  static List<Shift> shifts(GrainPlane grain, ProgressListener listener) {
    int side = SIDE;
    while (squares(grain.width(), side) * squares(grain.height(), side) > MOST_SQUARES) {
      side *= 2;
    }
    var tiles = new GrainTiles(grain, side);
    return squares(grain.width(), side) * squares(grain.height(), side) == 1
        ? List.of()
        : tiles.shifts(listener);
  }

  private static long squares(int length, int side) {
    return (length + side - 1) / side;
  }

  private List<Shift> shifts(ProgressListener listener) {
    var squares = squares();
    // What stands out most between two squares comes before what does so less between others.
    var peaks = new ArrayList<List<Shift>>();
    for (int i = 0; i < MOST_OF_TWO; i++) {
      peaks.add(new ArrayList<>());
    }
    for (int i = 0; i < squares.size(); i++) {
      for (int j = i; j < squares.size(); j++) {
        if (listener.isCanceled()) {
          throw new CancellationException("canceled");
        }
        addPeaks(squares.get(i), squares.get(j), peaks);
      }
    }
    var shifts = new ArrayList<Shift>();
    for (var ranked : peaks) {
      shifts.addAll(clearest(ranked, MOST_SHIFTS - shifts.size()));
    }
    return shifts;
  }

  /** Those in which there are smooth areas. */
  private List<Square> squares() {
    var squares = new ArrayList<Square>();
    for (int y = 0; y < grain.height(); y += side) {
      for (int x = 0; x < grain.width(); x += side) {
        var plane = new float[transformed * transformed];
        int smooth = fold(x, y, plane);
        if (smooth >= GrainCopies.LEAST_PIXELS / 2) {
          squares.add(new Square(x, y, GrainSpectrum.of(plane, transformed)));
        }
      }
    }
    return squares;
  }

  /** Returns how many pixels are not 0. */
  private int fold(int left, int top, float[] plane) {
    int count = 0;
    for (int y = top; y < Math.min(grain.height(), top + side); y++) {
      int row = (y - top) % transformed * transformed;
      for (int x = left; x < Math.min(grain.width(), left + side); x++) {
        int value = grain.at(x, y);
        plane[row + (x - left) % transformed] += value;
        count += value == 0 ? 0 : 1;
      }
    }
    return count;
  }

  private void addPeaks(Square one, Square other, List<List<Shift>> peaks) {
    float[] agreement = one.spectrum.agreement(other.spectrum);
    // A quarter of the shifts tells as much of all of them.
    double[] deviations =
        GrainShifts.deviations(Arrays.copyOf(agreement, agreement.length / 4), transformed);
    var folded = new ArrayList<Shift>();
    var least = new float[GrainShifts.GRID];
    for (int y = 0; y < transformed; y++) {
      int places = y % GrainShifts.GRID * GrainShifts.GRID;
      for (int x = 0; x < GrainShifts.GRID; x++) {
        least[x] = (float) (LEAST_HEIGHT * deviations[places + x]);
      }
      for (int x = 0; x < transformed; x++) {
        float height = agreement[y * transformed + x];
        if (height > least[x & GrainShifts.GRID - 1]) {
          folded.add(new Shift(x, y, height / deviations[places + x % GrainShifts.GRID]));
        }
      }
    }
    var clearest = clearest(folded, MOST_OF_TWO);
    for (int rank = 0; rank < clearest.size(); rank++) {
      var shift = unfolded(one, other, clearest.get(rank));
      if (Math.hypot(shift.right(), shift.down()) >= GrainShifts.LEAST_SHIFT) {
        peaks.get(rank).add(shift);
      }
    }
  }

  /** The highest, each but once. */
  private static List<Shift> clearest(List<Shift> peaks, int most) {
    peaks.sort((one, other) -> Double.compare(other.height(), one.height()));
    var clearest = new ArrayList<Shift>();
    for (var peak : peaks) {
      if (clearest.size() == most) {
        break;
      }
      if (clearest.stream().noneMatch(peak::isNear)) {
        clearest.add(peak);
      }
    }
    return clearest;
  }

  /** The shift of those that are the same to the transformation under which most agrees. */
  private Shift unfolded(Square one, Square other, Shift peak) {
    Shift best = null;
    long most = Long.MIN_VALUE;
    for (int down = peak.down() - side; down < side; down += transformed) {
      for (int right = peak.right() - side; right < side; right += transformed) {
        long agreement = agreement(one, other, right, down);
        if (agreement > most) {
          most = agreement;
          best = new Shift(other.x - one.x + right, other.y - one.y + down, peak.height());
        }
      }
    }
    boolean half = best.down() > 0 || best.down() == 0 && best.right() > 0;
    return half ? best : new Shift(-best.right(), -best.down(), peak.height());
  }

  /** Of what lies in both squares. */
  private long agreement(Square one, Square other, int right, int down) {
    int fromX = Math.max(0, -right);
    int toX = Math.min(side, side - right);
    toX = Math.min(toX, Math.min(grain.width() - one.x, grain.width() - other.x - right));
    int fromY = Math.max(0, -down);
    int toY = Math.min(side, side - down);
    toY = Math.min(toY, Math.min(grain.height() - one.y, grain.height() - other.y - down));
    long sum = 0;
    for (int y = fromY; y < toY; y++) {
      for (int x = fromX; x < toX; x++) {
        sum += grain.at(one.x + x, one.y + y) * grain.at(other.x + x + right, other.y + y + down);
      }
    }
    return sum;
  }
}
