/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.copies.GrainShifts.Shift;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds by how many pixels the squares of a large picture agree with one another: among the shifts
 * of two squares, those of a copy stand out more clearly than among those of the whole picture. Low
 * peaks are many; each is looked at in its two squares before it is taken for one.
 */
final class GrainTiles {

  /** Pixels a side of the largest picture that is not divided. */
  private static final int UNDIVIDED = 1024;

  private static final int SIDE = 256;

  /** Pictures of 12 megapixels have fewer. */
  private static final int MOST_SQUARES = 200;

  /** Of a larger picture, squares are larger, so that the work is bounded. */
  private static final int MOST_LARGER_SQUARES = 100;

  /** Larger squares are folded. */
  private static final int LARGEST_SIDE = 1024;

  /** Standard deviations; between two squares, one shift or two are so high by chance. */
  private static final double LEAST_HEIGHT = 4.4;

  private static final int MOST_SHIFTS = 150;

  /** Of two squares; a lattice has many. */
  private static final int MOST_OF_TWO = 2;

  /** Rows, to the next one that is looked at; no divisor of a block of compression. */
  private static final int STEP = 3;

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
   * The clearest first; none of a picture that is not large.
   *
   * @throws CancellationException when the listener says so
   */
  static List<Shift> shifts(GrainPlane grain, ProgressListener listener) {
    if (!divides(grain.width(), grain.height())) {
      return List.of();
    }
    int side = SIDE;
    for (int most = MOST_SQUARES; squares(grain, side) > most; most = MOST_LARGER_SQUARES) {
      side *= 2;
    }
    return new GrainTiles(grain, side).shifts(listener);
  }

  /** Whether a picture is large. */
  static boolean divides(int width, int height) {
    return Math.max(width, height) > UNDIVIDED;
  }

  private static long squares(GrainPlane grain, int side) {
    long columns = (grain.width() + side - 1) / side;
    return columns * ((grain.height() + side - 1) / side);
  }

  private List<Shift> shifts(ProgressListener listener) {
    var squares = squares(listener);
    var agreement = new SquareAgreement(transformed);
    // What stands out most between two squares comes before what does so less between others.
    var peaks = new ArrayList<List<Shift>>();
    for (int i = 0; i < MOST_OF_TWO; i++) {
      peaks.add(new ArrayList<>());
    }
    for (int i = 0; i < squares.size(); i++) {
      for (int j = i; j < squares.size(); j += 2) {
        check(listener);
        var one = squares.get(i);
        var first = squares.get(j);
        var second = squares.get(Math.min(j + 1, squares.size() - 1));
        agreement.hold(one.spectrum, first.spectrum, second.spectrum);
        addPeaks(one, first, agreement.first(), peaks);
        if (first != second) {
          addPeaks(one, second, agreement.second(), peaks);
        }
      }
    }
    var shifts = new ArrayList<Shift>();
    for (var ranked : peaks) {
      shifts.addAll(clearest(ranked, MOST_SHIFTS - shifts.size()));
    }
    return shifts;
  }

  private static void check(ProgressListener listener) {
    if (listener.isCanceled()) {
      throw new CancellationException("canceled");
    }
  }

  /** Those in which there are smooth areas. */
  private List<Square> squares(ProgressListener listener) {
    var squares = new ArrayList<Square>();
    for (int y = 0; y < grain.height(); y += side) {
      for (int x = 0; x < grain.width(); x += side) {
        check(listener);
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

  /**
   * @param agreement for shifts to the right, and down
   */
  private void addPeaks(Square one, Square other, float[] agreement, List<List<Shift>> peaks) {
    // A quarter of the shifts tells as much of all of them.
    double[] deviations = GrainShifts.deviations(agreement, transformed, transformed / 4);
    var folded = new ArrayList<Shift>();
    var row = new float[transformed];
    var least = new float[transformed];
    for (int x = 0; x < transformed; x++) {
      int places = x % GrainShifts.GRID * GrainShifts.GRID;
      for (int y = 0; y < transformed; y++) {
        least[y] = (float) (LEAST_HEIGHT * deviations[places + y % GrainShifts.GRID]);
      }
      System.arraycopy(agreement, x * transformed, row, 0, transformed);
      if (isAbove(row, least)) {
        for (int y = 0; y < transformed; y++) {
          if (row[y] > least[y]) {
            folded.add(new Shift(x, y, LEAST_HEIGHT * row[y] / least[y]));
          }
        }
      }
    }
    int rank = 0;
    for (var peak : clearest(folded, MOST_OF_TWO)) {
      var shift = unfolded(one, other, peak);
      if (shift != null) {
        peaks.get(rank++).add(shift);
      }
    }
  }

  /** Whether some value is. */
  private static boolean isAbove(float[] values, float[] least) {
    float most = -1;
    for (int i = 0; i < values.length; i++) {
      // A loop that has no other way out takes many at once.
      most = Math.max(most, values[i] - least[i]);
    }
    return most > 0;
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

  /**
   * The shift of those that are the same to the transformation under which the two squares agree
   * most, or the best of those beside it; null if too few cells agree.
   */
  private Shift unfolded(Square one, Square other, Shift peak) {
    Shift best = null;
    long most = 0;
    for (int y = peak.down() - side; y < side; y += transformed) {
      for (int x = peak.right() - side; x < side; x += transformed) {
        var shift = new Shift(other.x - one.x + x, other.y - one.y + y, peak.height());
        long sum = agreement(one, other, shift);
        if (sum > most) {
          most = sum;
          best = shift;
        }
      }
    }
    if (best == null) {
      return null;
    }
    var middle = best;
    for (int i = 0; i < 9; i++) {
      var beside = new Shift(middle.right() + i % 3 - 1, middle.down() + i / 3 - 1, peak.height());
      long sum = i == 4 ? most : agreement(one, other, beside);
      if (sum > most) {
        most = sum;
        best = beside;
      }
    }
    return best.forward();
  }

  /** 0 of few cells, and of a shift so small that textures have it. */
  private long agreement(Square one, Square other, Shift shift) {
    if (Math.hypot(shift.right(), shift.down()) < GrainShifts.LEAST_SHIFT) {
      return 0;
    }
    var cells = GrainCells.of(grain, area(one), area(other), shift.right(), shift.down(), STEP);
    return cells.count() < GrainCells.LEAST ? 0 : cells.sum();
  }

  private Rectangle area(Square square) {
    return new Rectangle(square.x, square.y, side, side)
        .intersection(new Rectangle(grain.width(), grain.height()));
  }
}
