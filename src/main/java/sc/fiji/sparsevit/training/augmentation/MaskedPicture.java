/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * A picture and which of its pixels are forged. Operations return new ones and move both alike.
 *
 * @param picture the pixels
 * @param mask (height, width), 1 = forged, 0 = authentic
 */
public record MaskedPicture(RgbRaster picture, byte[] mask) {

  public MaskedPicture {
    if (mask.length != picture.pixels()) {
      throw new IllegalArgumentException(
          "a mask of " + mask.length + " pixels does not match an image of " + picture.pixels());
    }
  }

  /** Other pixels under the same mask. */
  public MaskedPicture withPicture(RgbRaster other) {
    return new MaskedPicture(other, mask);
  }

  /** Whether any pixel is forged. */
  public boolean isForged() {
    for (byte value : mask) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }

  /** Left becomes right. */
  public MaskedPicture mirrored() {
    int width = picture.width();
    return rearranged(width, picture.height(), width - 1, -1, width);
  }

  /** Top becomes bottom. */
  public MaskedPicture flipped() {
    int width = picture.width();
    int lastRow = (picture.height() - 1) * width;
    return rearranged(width, picture.height(), lastRow, 1, -width);
  }

  /** Turned by 90 degrees, counter-clockwise. */
  public MaskedPicture turned() {
    int width = picture.width();
    return rearranged(picture.height(), width, width - 1, width, -1);
  }

  /** At another size: the picture bilinear, the mask by the nearest pixel. */
  public MaskedPicture resized(int width, int height) {
    var resized = new byte[width * height];
    var columns = new int[width];
    for (int x = 0; x < width; x++) {
      columns[x] = (int) ((x + 0.5) * picture.width() / width);
    }
    for (int y = 0; y < height; y++) {
      int from = (int) ((y + 0.5) * picture.height() / height) * picture.width();
      for (int x = 0; x < width; x++) {
        resized[y * width + x] = mask[from + columns[x]];
      }
    }
    return new MaskedPicture(Interpolation.BILINEAR.resize(picture, width, height), resized);
  }

  /**
   * @param first which pixel comes first
   * @param right from pixel to pixel in a new row
   * @param down from one new row to the next
   */
  private MaskedPicture rearranged(int width, int height, int first, int right, int down) {
    var pixels = new RgbRaster(width, height);
    var moved = new byte[mask.length];
    for (int y = 0; y < height; y++) {
      int row = first + y * down;
      copy(mask, row, right, moved, y * width, width);
      for (int c = 0; c < pixels.samples().length; c += mask.length) {
        copy(picture.samples(), c + row, right, pixels.samples(), c + y * width, width);
      }
    }
    return new MaskedPicture(pixels, moved);
  }

  private static void copy(byte[] from, int first, int step, byte[] to, int start, int count) {
    if (step == 1) {
      System.arraycopy(from, first, to, start, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[start + i] = from[first + i * step];
    }
  }
}
