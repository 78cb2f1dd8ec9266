/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * A large image made smaller: half as wide and high, a quarter, and so on. The network was trained
 * on images of a few hundred pixels a side. In larger ones, traces are spread over more pixels than
 * it looks at together; made smaller, they look as it knows them. What is forged shows in several
 * sizes, what only looks like it often in one; so the mean of all counts.
 */
final class Reduction {

  /** Longer side, in pixels, from which an image is also looked at made smaller. */
  private static final int LARGE = 1024;

  /** No image is made smaller than this, the longer side in training. */
  private static final int SMALLEST = 384;

  /** The network cannot judge what is narrower than this. */
  private static final int NARROWEST = 64;

  /**
   * Of means of several sizes, which are lower than a single size's probabilities: few forgeries
   * show in all of them.
   */
  private static final Bar BAR = new Bar(.44);

  private Reduction() {}

  /** The image made smaller, by 2, 4, ...; none if it is not large. */
  static List<RgbImage> of(RgbImage image) {
    var smaller = new ArrayList<RgbImage>();
    if (longer(image) < LARGE) {
      return smaller;
    }
    for (var next = image; longer(next) / 2 >= SMALLEST && shorter(next) / 2 >= NARROWEST; ) {
      next = halved(next);
      smaller.add(next);
    }
    return smaller;
  }

  private static int longer(RgbImage image) {
    return Math.max(image.width(), image.height());
  }

  private static int shorter(RgbImage image) {
    return Math.min(image.width(), image.height());
  }

  /** Each pixel is the mean of four; a last odd row or column is left out. */
  static RgbImage halved(RgbImage image) {
    int width = image.width() / 2;
    int height = image.height() / 2;
    var pixels = new int[width * height];
    var access = image.pixels().randomAccess();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = meanOfFour(access, 2 * x, 2 * y);
      }
    }
    return new RgbImage(ArrayImgs.argbs(pixels, width, height), image.mapping());
  }

  private static int meanOfFour(RandomAccess<ARGBType> access, int x, int y) {
    int red = 2;
    int green = 2;
    int blue = 2;
    for (int i = 0; i < 4; i++) {
      access.setPosition(x + i % 2, 0);
      access.setPosition(y + i / 2, 1);
      int color = access.get().get();
      red += ARGBType.red(color);
      green += ARGBType.green(color);
      blue += ARGBType.blue(color);
    }
    return ARGBType.rgba(red / 4, green / 4, blue / 4, 255);
  }

  /**
   * Adds the map of a smaller image, enlarged bilinearly, to one of the image's size.
   *
   * @param sum row by row
   * @param map of an image that is {@code factor} times as small
   */
  static void add(float[] sum, int width, int height, float[] map, int factor) {
    int across = width / factor;
    int down = height / factor;
    for (int y = 0; y < height; y++) {
      float v = position(y, factor, down);
      int top = (int) v;
      int bottom = Math.min(top + 1, down - 1);
      for (int x = 0; x < width; x++) {
        float u = position(x, factor, across);
        int left = (int) u;
        int right = Math.min(left + 1, across - 1);
        float upper = mix(map[top * across + left], map[top * across + right], u - left);
        float lower = mix(map[bottom * across + left], map[bottom * across + right], u - left);
        sum[y * width + x] += mix(upper, lower, v - top);
      }
    }
  }

  /** Of the sum of the maps of several sizes, in place, as a probability. */
  static void mean(float[] sum, int sizes) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = BAR.shifted(sum[i] / sizes);
    }
  }

  /** Where a pixel's center lies between those of the smaller image. */
  private static float position(int at, int factor, int size) {
    return Math.max(0, Math.min(size - 1, (at + 0.5f) / factor - 0.5f));
  }

  private static float mix(float a, float b, float share) {
    return a + share * (b - a);
  }
}
