/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/** Resizing as the published numbers were made: bilinear on 8 bits, without antialiasing. */
public final class Resize {

  private Resize() {}

  /**
   * Bilinear with half-pixel centres: the centre of target pixel x lies at source position (x +
   * 0.5) * sourceWidth / width - 0.5, held inside the source; each colour is rounded to 8 bits.
   *
   * @param source x and y, starting at 0
   * @return a new image of the given size in pixels
   */
  public static RandomAccessibleInterval<ARGBType> bilinear(
      RandomAccessibleInterval<ARGBType> source, int width, int height) {
    var columns = Interpolation.along((int) source.dimension(0), width);
    var rows = Interpolation.along((int) source.dimension(1), height);
    int[] pixels = new int[Math.multiplyExact(width, height)];
    var access = source.randomAccess();
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        pixels[i] = interpolate(access, columns, x, rows, y);
      }
    }
    return ArrayImgs.argbs(pixels, width, height);
  }

  private static int interpolate(
      RandomAccess<ARGBType> source, Interpolation columns, int x, Interpolation rows, int y) {
    int left = columns.lower[x];
    int right = columns.upper[x];
    int above = rows.lower[y];
    int below = rows.upper[y];
    int topLeft = source.setPositionAndGet(left, above).get();
    int topRight = source.setPositionAndGet(right, above).get();
    int bottomLeft = source.setPositionAndGet(left, below).get();
    int bottomRight = source.setPositionAndGet(right, below).get();
    float toRight = columns.weight[x];
    float toBottom = rows.weight[y];
    int argb = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      float top = mix(topLeft >> shift & 0xff, topRight >> shift & 0xff, toRight);
      float bottom = mix(bottomLeft >> shift & 0xff, bottomRight >> shift & 0xff, toRight);
      argb = argb << 8 | (int) (mix(top, bottom, toBottom) + 0.5f);
    }
    return argb;
  }

  private static float mix(float from, float to, float weight) {
    return from + (to - from) * weight;
  }

  /** For each target pixel along one axis, the two source pixels and how much the second counts. */
  private record Interpolation(int[] lower, int[] upper, float[] weight) {

    static Interpolation along(int sourceSize, int size) {
      var axis = new Interpolation(new int[size], new int[size], new float[size]);
      for (int i = 0; i < size; i++) {
        double centre = (i + 0.5) * sourceSize / size - 0.5;
        double position = Math.max(0, Math.min(sourceSize - 1, centre));
        axis.lower[i] = (int) position;
        axis.upper[i] = Math.min(axis.lower[i] + 1, sourceSize - 1);
        axis.weight[i] = (float) (position - axis.lower[i]);
      }
      return axis;
    }
  }
}
