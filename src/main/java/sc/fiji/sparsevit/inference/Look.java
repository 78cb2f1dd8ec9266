/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** A way to look at an image. */
public enum Look {
  AS_IT_IS {
    @Override
    RandomAccessibleInterval<ARGBType> of(RandomAccessibleInterval<ARGBType> pixels) {
      return pixels;
    }

    @Override
    int place(int x, int y, int width, int height) {
      return y * width + x;
    }
  },
  MIRRORED {
    @Override
    RandomAccessibleInterval<ARGBType> of(RandomAccessibleInterval<ARGBType> pixels) {
      return Views.zeroMin(Views.invertAxis(pixels, 0));
    }

    @Override
    int place(int x, int y, int width, int height) {
      return y * width + width - 1 - x;
    }
  },
  /** By 180 degrees. */
  TURNED {
    @Override
    RandomAccessibleInterval<ARGBType> of(RandomAccessibleInterval<ARGBType> pixels) {
      return Views.zeroMin(Views.invertAxis(Views.invertAxis(pixels, 0), 1));
    }

    @Override
    int place(int x, int y, int width, int height) {
      return (height - 1 - y) * width + width - 1 - x;
    }
  };

  /** The image in this look, of the same size. */
  abstract RandomAccessibleInterval<ARGBType> of(RandomAccessibleInterval<ARGBType> pixels);

  /** Index in the image as it is, row by row, of what lies at (x, y) in this look. */
  abstract int place(int x, int y, int width, int height);
}
