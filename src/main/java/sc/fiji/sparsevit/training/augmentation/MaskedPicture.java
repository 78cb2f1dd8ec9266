/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import java.util.function.IntUnaryOperator;
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
    return rearranged(width, picture.height(), i -> i - i % width + width - 1 - i % width);
  }

  /** Top becomes bottom. */
  public MaskedPicture flipped() {
    int width = picture.width();
    int last = picture.height() - 1;
    return rearranged(width, picture.height(), i -> (last - i / width) * width + i % width);
  }

  /** Turned by 90 degrees, counter-clockwise. */
  public MaskedPicture turned() {
    int width = picture.width();
    int newWidth = picture.height();
    return rearranged(newWidth, width, i -> i % newWidth * width + width - 1 - i / newWidth);
  }

  /** At another size: the picture bilinear, the mask by the nearest pixel. */
  public MaskedPicture resized(int width, int height) {
    var resized = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int from = (int) ((y + 0.5) * picture.height() / height) * picture.width();
      for (int x = 0; x < width; x++) {
        resized[y * width + x] = mask[from + (int) ((x + 0.5) * picture.width() / width)];
      }
    }
    return new MaskedPicture(Interpolation.BILINEAR.resize(picture, width, height), resized);
  }

  private MaskedPicture rearranged(int width, int height, IntUnaryOperator source) {
    var pixels = new RgbRaster(width, height);
    var moved = new byte[mask.length];
    for (int i = 0; i < mask.length; i++) {
      int from = source.applyAsInt(i);
      moved[i] = mask[from];
      for (int c = 0; c < pixels.samples().length; c += mask.length) {
        pixels.samples()[c + i] = picture.samples()[c + from];
      }
    }
    return new MaskedPicture(pixels, moved);
  }
}
