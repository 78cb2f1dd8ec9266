/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

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
    var part = anyCrop(picture, random);
    for (int i = 1; i < TRIES && picture.isForged() && !part.isForged(); i++) {
      part = anyCrop(picture, random);
    }
    return part;
  }

  private MaskedPicture anyCrop(MaskedPicture original, RandomGenerator random) {
    var source = original.picture();
    int left = random.nextInt(Math.max(1, source.width() - width + 1));
    int top = random.nextInt(Math.max(1, source.height() - height + 1));
    var part = new RgbRaster(width, height);
    var mask = new byte[part.pixels()];
    for (int i = 0; i < mask.length; i++) {
      int x = reflected(left + i % width, source.width());
      int y = reflected(top + i / width, source.height());
      mask[i] = original.mask()[y * source.width() + x];
      for (int c = 0; c < RgbRaster.CHANNELS; c++) {
        part.samples()[c * mask.length + i] = (byte) source.at(c, x, y);
      }
    }
    return new MaskedPicture(part, mask);
  }

  /** Back and forth over a line of pixels, without showing its ends twice. */
  private static int reflected(int position, int length) {
    int last = Math.max(1, length - 1);
    int along = position % (2 * last);
    return Math.min(Math.min(along, 2 * last - along), length - 1);
  }
}
