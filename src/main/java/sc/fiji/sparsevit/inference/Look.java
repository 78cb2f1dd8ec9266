/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** A way to look at an image. */
public enum Look {
  AS_IT_IS {
    @Override
    RandomAccessibleInterval<ARGBType> part(
        RandomAccessibleInterval<ARGBType> pixels, Interval part) {
      return cut(pixels, part);
    }

    @Override
    int place(int x, int y, int width, int height) {
      return y * width + x;
    }
  },
  MIRRORED {
    @Override
    RandomAccessibleInterval<ARGBType> part(
        RandomAccessibleInterval<ARGBType> pixels, Interval part) {
      return cut(Views.zeroMin(Views.invertAxis(pixels, 0)), part);
    }

    @Override
    int place(int x, int y, int width, int height) {
      return y * width + width - 1 - x;
    }
  },
  /** By 180 degrees. */
  TURNED {
    @Override
    RandomAccessibleInterval<ARGBType> part(
        RandomAccessibleInterval<ARGBType> pixels, Interval part) {
      return cut(Views.zeroMin(Views.invertAxis(Views.invertAxis(pixels, 0), 1)), part);
    }

    @Override
    int place(int x, int y, int width, int height) {
      return (height - 1 - y) * width + width - 1 - x;
    }
  },
  /** Twice as wide and as high: a small part fills as many tokens as a larger one otherwise. */
  ENLARGED {
    @Override
    RandomAccessibleInterval<ARGBType> part(
        RandomAccessibleInterval<ARGBType> pixels, Interval part) {
      return Enlargement.part(pixels, part);
    }

    @Override
    int factor() {
      return Enlargement.FACTOR;
    }

    @Override
    int place(int x, int y, int width, int height) {
      return y / Enlargement.FACTOR * width + x / Enlargement.FACTOR;
    }
  };

  /**
   * A part of the image in this look, moved to (0, 0).
   *
   * @param pixels of the image as it is
   * @param part within the image in this look
   */
  abstract RandomAccessibleInterval<ARGBType> part(
      RandomAccessibleInterval<ARGBType> pixels, Interval part);

  private static RandomAccessibleInterval<ARGBType> cut(
      RandomAccessibleInterval<ARGBType> seen, Interval part) {
    return Views.zeroMin(Views.interval(seen, part));
  }

  /** How many times as wide, and as high, as the image it is. */
  int factor() {
    return 1;
  }

  /**
   * Index in the image as it is, row by row, of what lies at (x, y) in this look.
   *
   * @param width of the image as it is
   * @param height of the image as it is
   */
  abstract int place(int x, int y, int width, int height);
}
