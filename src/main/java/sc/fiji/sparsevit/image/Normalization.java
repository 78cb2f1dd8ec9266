/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Colors as the network takes them: (x / 255 - mean) / deviation, the statistics of ImageNet. */
public final class Normalization {

  private static final float[] RED = levels(0.485, 0.229);
  private static final float[] GREEN = levels(0.456, 0.224);
  private static final float[] BLUE = levels(0.406, 0.225);

  private Normalization() {}

  /**
   * Writes a window into a batch, one plane after the other: (C, H, W) with C = red, green, blue.
   *
   * @param window W x H pixels at any position
   * @param target gets 3 * H * W values
   * @param offset index of the first value in the target
   */
  public static void write(RandomAccessibleInterval<ARGBType> window, float[] target, int offset) {
    int plane = (int) (window.dimension(0) * window.dimension(1));
    int i = offset;
    for (var pixel : Views.flatIterable(window)) {
      int argb = pixel.get();
      target[i] = RED[ARGBType.red(argb)];
      target[i + plane] = GREEN[ARGBType.green(argb)];
      target[i + 2 * plane] = BLUE[ARGBType.blue(argb)];
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
  public static void write(byte[] planes, float[] target, int offset) {
    int plane = planes.length / 3;
    for (int i = 0; i < plane; i++) {
      target[offset + i] = RED[planes[i] & 255];
      target[offset + i + plane] = GREEN[planes[i + plane] & 255];
      target[offset + i + 2 * plane] = BLUE[planes[i + 2 * plane] & 255];
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
