/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * The gray levels that copies are looked for in: one byte for each pixel, so that 100 megapixels
 * take 100 MB. The array is shared, not copied.
 *
 * @param width in pixels
 * @param height in pixels
 * @param levels (height, width), unsigned, row by row; ITU-R BT.601 of the colors
 */
public record Luminance(int width, int height, byte[] levels) {

  public Luminance {
    if (width < 1 || height < 1 || levels.length != width * height) {
      throw new IllegalArgumentException(
          "a picture of " + width + "x" + height + " does not hold " + levels.length + " levels");
    }
  }

  public static Luminance of(RgbImage image) {
    return of(image.pixels());
  }

  /** Alpha is ignored. */
  public static Luminance of(RandomAccessibleInterval<ARGBType> pixels) {
    int width = (int) pixels.dimension(0);
    int height = (int) pixels.dimension(1);
    var levels = new byte[Math.multiplyExact(width, height)];
    int i = 0;
    for (var pixel : Views.flatIterable(pixels)) {
      int color = pixel.get();
      int weighted = 299 * (color >> 16 & 255) + 587 * (color >> 8 & 255) + 114 * (color & 255);
      levels[i++] = (byte) ((weighted + 500) / 1000);
    }
    return new Luminance(width, height, levels);
  }

  /** Its negative. */
  public Luminance inverted() {
    var negative = new byte[levels.length];
    for (int i = 0; i < negative.length; i++) {
      negative[i] = (byte) ~levels[i];
    }
    return new Luminance(width, height, negative);
  }

  /** At a smaller size, each pixel the mean of those it covers; as it is if that is no smaller. */
  public Luminance scaled(double scale) {
    int newWidth = Math.max(1, (int) Math.round(width * scale));
    int newHeight = Math.max(1, (int) Math.round(height * scale));
    if (newWidth >= width && newHeight >= height) {
      return this;
    }
    var smaller = new byte[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int top = (int) ((long) y * height / newHeight);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / newHeight));
      for (int x = 0; x < newWidth; x++) {
        int left = (int) ((long) x * width / newWidth);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * width / newWidth));
        int sum = 0;
        for (int row = top; row < bottom; row++) {
          for (int column = left; column < right; column++) {
            sum += levels[row * width + column] & 255;
          }
        }
        int count = (bottom - top) * (right - left);
        smaller[y * newWidth + x] = (byte) ((sum + count / 2) / count);
      }
    }
    return new Luminance(newWidth, newHeight, smaller);
  }

  /**
   * With other gray levels.
   *
   * @param tones the new level, 0-255, for each of the 256
   */
  Luminance mapped(byte[] tones) {
    var mapped = new byte[levels.length];
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = tones[levels[i] & 255];
    }
    return new Luminance(width, height, mapped);
  }

  /** 0-255; positions outside repeat the nearest edge pixel. */
  int at(int x, int y) {
    int column = Math.max(0, Math.min(width - 1, x));
    int row = Math.max(0, Math.min(height - 1, y));
    return levels[row * width + column] & 255;
  }

  /**
   * Those of a box, row by row; positions outside repeat the nearest edge pixel.
   *
   * @param into takes them
   */
  void read(Rectangle box, float[] into) {
    boolean isWithin = new Rectangle(width, height).contains(box);
    for (int i = 0, y = box.y; y < box.y + box.height; y++) {
      for (int x = box.x; x < box.x + box.width; x++) {
        into[i++] = isWithin ? levels[y * width + x] & 255 : at(x, y);
      }
    }
  }

  /** Between pixels, bilinear; (0, 0) is the center of the first one. */
  public float at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = (float) (x - left);
    float down = (float) (y - top);
    if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
      int i = top * width + left;
      float upper = (levels[i] & 255) * (1 - right) + (levels[i + 1] & 255) * right;
      i += width;
      float lower = (levels[i] & 255) * (1 - right) + (levels[i + 1] & 255) * right;
      return upper * (1 - down) + lower * down;
    }
    float above = at(left, top) * (1 - right) + at(left + 1, top) * right;
    float below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
    return above * (1 - down) + below * down;
  }

  /** Between pixels, bicubic (Catmull and Rom, 1974). */
  float sharp(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float sum = 0;
    for (int j = -1; j <= 2; j++) {
      double weight = cubic(y - top - j);
      for (int i = -1; i <= 2; i++) {
        sum += (float) (weight * cubic(x - left - i) * at(left + i, top + j));
      }
    }
    return sum;
  }

  private static double cubic(double offset) {
    double d = Math.abs(offset);
    return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((2.5 - 0.5 * d) * d - 4) * d + 2 : 0;
  }

  boolean contains(double x, double y) {
    return x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1;
  }
}
