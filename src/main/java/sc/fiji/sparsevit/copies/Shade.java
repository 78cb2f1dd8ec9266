/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * How the light falls on two parts that lie on one another. A copy keeps it, but for one contrast
 * and one brightness; a thing that was photographed twice is lit a little differently here and
 * there, and does not quite lie on itself.
 */
final class Shade {

  /** Pixels of a square's side: wide enough for noise and compression to cancel out. */
  private static final int SIDE = 8;

  /** Squares from which a contrast and a brightness leave something to compare. */
  private static final int LEAST = 6;

  private Shade() {}

  /** Gray levels by which the means of squares differ, root of the mean square; 0 of a few. */
  static double between(AlignedParts patch, boolean[] mask) {
    var means = SquareMeans.of(patch, mask);
    return means.count < LEAST ? 0 : means.unexplained();
  }

  /** The same of two parts of which neither's contrast or brightness was changed. */
  static double ofUnchanged(AlignedParts patch, boolean[] mask) {
    return SquareMeans.of(patch, mask).difference();
  }

  /** Of both parts' means. */
  private static final class SquareMeans {
    private int count;
    private double owns;
    private double partners;
    private double ownSquares;
    private double partnerSquares;
    private double products;

    static SquareMeans of(AlignedParts patch, boolean[] mask) {
      var means = new SquareMeans();
      for (int top = 0; top < patch.height(); top += SIDE) {
        for (int left = 0; left < patch.width(); left += SIDE) {
          means.addSquare(patch, mask, left, top);
        }
      }
      return means;
    }

    private void addSquare(AlignedParts patch, boolean[] mask, int left, int top) {
      int right = Math.min(patch.width(), left + SIDE);
      int bottom = Math.min(patch.height(), top + SIDE);
      int pixels = 0;
      double own = 0;
      double partner = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          int i = y * patch.width() + x;
          if (mask[i]) {
            own += patch.own()[i];
            partner += patch.partner()[i];
            pixels++;
          }
        }
      }
      if (2 * pixels >= SIDE * SIDE) {
        add(own / pixels, partner / pixels);
      }
    }

    private void add(double own, double partner) {
      count++;
      owns += own;
      partners += partner;
      ownSquares += own * own;
      partnerSquares += partner * partner;
      products += own * partner;
    }

    /** What is left of them when one is made from the other by a contrast and a brightness. */
    double unexplained() {
      double own = Math.max(0, ownSquares / count - owns * owns / count / count);
      double partner = Math.max(0, partnerSquares / count - partners * partners / count / count);
      double both = products / count - owns * partners / count / count;
      double all = Math.sqrt(own * partner);
      return Math.sqrt(Math.max(0, all - both * both / (all + 1e-9)));
    }

    /** What is left of them when nothing was changed. */
    double difference() {
      double squares = ownSquares + partnerSquares - 2 * products;
      return Math.sqrt(Math.max(0, squares) / Math.max(1, count));
    }
  }
}
