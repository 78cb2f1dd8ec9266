/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.awt.Point;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.augmentation.MaskedPicture;

/**
 * The size of what is trained on, and two ways to get there.
 *
 * @param height in pixels
 * @param width in pixels
 */
public record SampleSize(int height, int width) {

  private static final int TRIES = 5;

  /**
   * The size in a text such as {@code 256x384}: height, then width, as in the shapes of arrays.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static SampleSize of(String text) {
    if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
      throw new IllegalArgumentException(
          "the size " + text + " does not have the form HEIGHTxWIDTH, such as 256x384");
    }
    var sides = text.split("x");
    return new SampleSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  /**
   * @param multiple of pixels that a network's input has on both sides
   * @return this size
   * @throws IllegalArgumentException when the network cannot take it
   */
  public SampleSize requireMultiple(int multiple) {
    if (height % multiple != 0 || width % multiple != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%dx%d does not fit the network; choose multiples of %d for height and width",
              height,
              width,
              multiple));
    }
    return this;
  }

  /** The whole picture squashed, as published. */
  MaskedPicture squash(MaskedPicture picture, RandomGenerator random) {
    return picture.resized(width, height);
  }

  /**
   * A part of the picture at its own resolution, if possible with forged pixels when the picture
   * has some; a smaller picture is continued by reflection, as in localization.
   */
  MaskedPicture crop(MaskedPicture picture, RandomGenerator random) {
    var corner = anyCorner(picture, random);
    boolean forged = picture.isForged();
    for (int i = 1; i < TRIES && forged && !isForged(picture, corner); i++) {
      corner = anyCorner(picture, random);
    }
    return part(picture, corner);
  }

  private Point anyCorner(MaskedPicture original, RandomGenerator random) {
    var source = original.picture();
    int left = random.nextInt(Math.max(1, source.width() - width + 1));
    int top = random.nextInt(Math.max(1, source.height() - height + 1));
    return new Point(left, top);
  }

  /** Reflected pixels need no look: they are others of the part. */
  private boolean isForged(MaskedPicture original, Point corner) {
    var source = original.picture();
    int right = Math.min(source.width(), corner.x + width);
    for (int y = corner.y; y < Math.min(source.height(), corner.y + height); y++) {
      for (int x = corner.x; x < right; x++) {
        if (original.mask()[y * source.width() + x] != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private MaskedPicture part(MaskedPicture original, Point corner) {
    var source = original.picture();
    var part = new RgbRaster(width, height);
    var mask = new byte[part.pixels()];
    int[] columns = new int[width];
    Arrays.setAll(columns, x -> reflected(corner.x + x, source.width()));
    for (int y = 0; y < height; y++) {
      int from = reflected(corner.y + y, source.height()) * source.width();
      int to = y * width;
      copy(original.mask(), from, mask, to, columns);
      for (int c = 0; c < RgbRaster.CHANNELS; c++) {
        copy(
            source.samples(),
            c * source.pixels() + from,
            part.samples(),
            c * part.pixels() + to,
            columns);
      }
    }
    return new MaskedPicture(part, mask);
  }

  private static void copy(byte[] from, int fromRow, byte[] to, int toRow, int[] columns) {
    for (int x = 0; x < columns.length; x++) {
      to[toRow + x] = from[fromRow + columns[x]];
    }
  }

  /** Back and forth over a line of pixels, without showing its ends twice. */
  private static int reflected(int position, int length) {
    int last = Math.max(1, length - 1);
    int along = position % (2 * last);
    return Math.min(Math.min(along, 2 * last - along), length - 1);
  }
}
