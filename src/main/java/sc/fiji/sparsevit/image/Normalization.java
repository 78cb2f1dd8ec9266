/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Colors as a network takes them, per channel: (x / 255 - mean) / deviation. Immutable. */
public final class Normalization {

  private final float[] red;
  private final float[] green;
  private final float[] blue;

  private Normalization(float[] red, float[] green, float[] blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  /**
   * @param means of red, green and blue, 0-1
   * @param deviations of red, green and blue, 0-1
   */
  public static Normalization of(List<Double> means, List<Double> deviations) {
    if (means.size() != 3 || deviations.size() != 3 || deviations.contains(0.0)) {
      throw new IllegalArgumentException(
          "a normalization needs three means and three deviations other than 0, not "
              + means
              + " and "
              + deviations);
    }
    return new Normalization(
        levels(means.get(0), deviations.get(0)),
        levels(means.get(1), deviations.get(1)),
        levels(means.get(2), deviations.get(2)));
  }

  /**
   * Writes a window into a batch, one plane after the other: (C, H, W) with C = red, green, blue.
   *
   * @param window W x H pixels at any position
   * @param target gets 3 * H * W values
   * @param offset index of the first value in the target
   */
  public void write(RandomAccessibleInterval<ARGBType> window, float[] target, int offset) {
    int plane = (int) (window.dimension(0) * window.dimension(1));
    int i = offset;
    for (var pixel : Views.flatIterable(window)) {
      int argb = pixel.get();
      target[i] = red[ARGBType.red(argb)];
      target[i + plane] = green[ARGBType.green(argb)];
      target[i + 2 * plane] = blue[ARGBType.blue(argb)];
      i++;
    }
  }

  /**
   * Writes a picture that is stored in planes already.
   *
   * @param planes unsigned bytes, (3, H, W)
   * @param target gets as many values
   * @param offset index of the first value in the target
   */
  public void write(byte[] planes, float[] target, int offset) {
    int plane = planes.length / 3;
    for (int i = 0; i < plane; i++) {
      target[offset + i] = red[planes[i] & 255];
      target[offset + i + plane] = green[planes[i + plane] & 255];
      target[offset + i + 2 * plane] = blue[planes[i + 2 * plane] & 255];
    }
  }

  private static float[] levels(double mean, double deviation) {
    float[] levels = new float[256];
    for (int level = 0; level < levels.length; level++) {
      levels[level] = (float) ((level / 255.0 - mean) / deviation);
    }
    return levels;
  }
}
