/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.inpainting.FastMarching;

/** The paper's forgeries: a rectangle with sides of 5 to 80 % of the picture's, anywhere in it. */
record RandomRectangle(int x, int y, int width, int height) {

  private static final double SHORTEST = 0.05;
  private static final double LONGEST = 0.8;
  private static final int INPAINTING_RADIUS = 3;

  private static RandomRectangle draw(RgbRaster picture, RandomGenerator random) {
    int width = side(picture.width(), random);
    int height = side(picture.height(), random);
    return new RandomRectangle(
        random.nextInt(picture.width() - width + 1),
        random.nextInt(picture.height() - height + 1),
        width,
        height);
  }

  private static int side(int length, RandomGenerator random) {
    return Math.max(1, (int) (length * random.nextDouble(SHORTEST, LONGEST)));
  }

  /** Copies a rectangle to another place and marks that. */
  static MaskedPicture copyMove(MaskedPicture original, RandomGenerator random) {
    var picture = original.picture();
    var source = draw(picture, random);
    int x = random.nextInt(picture.width() - source.width + 1);
    int y = random.nextInt(picture.height() - source.height + 1);
    var target = new RandomRectangle(x, y, source.width, source.height);
    var copied = picture.copy();
    for (int row = 0; row < source.height * RgbRaster.CHANNELS; row++) {
      int line = row / source.height * picture.height() + row % source.height;
      System.arraycopy(
          picture.samples(),
          (line + source.y) * picture.width() + source.x,
          copied.samples(),
          (line + y) * picture.width() + x,
          source.width);
    }
    return new MaskedPicture(copied, target.marked(original));
  }

  /** Inpaints a rectangle and marks it. */
  static MaskedPicture inpainting(MaskedPicture original, RandomGenerator random) {
    var picture = original.picture();
    var rectangle = draw(picture, random);
    var rule = random.nextBoolean() ? FastMarching.Rule.TELEA : FastMarching.Rule.NAVIER_STOKES;
    var hole = new boolean[picture.pixels()];
    for (int i = 0; i < hole.length; i++) {
      hole[i] = rectangle.contains(i % picture.width(), i / picture.width());
    }
    var filled = new FastMarching(INPAINTING_RADIUS, rule).fill(picture, hole);
    return new MaskedPicture(filled, rectangle.marked(original));
  }

  private byte[] marked(MaskedPicture original) {
    var mask = original.mask().clone();
    int pictureWidth = original.picture().width();
    for (int i = 0; i < mask.length; i++) {
      mask[i] |= (byte) (contains(i % pictureWidth, i / pictureWidth) ? 1 : 0);
    }
    return mask;
  }

  private boolean contains(int column, int row) {
    return column >= x && column < x + width && row >= y && row < y + height;
  }
}
