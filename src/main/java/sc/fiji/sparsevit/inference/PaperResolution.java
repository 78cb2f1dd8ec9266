/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.image.Normalization;
import sc.fiji.sparsevit.image.Resize;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Localisation as published: the whole image squashed to 512x512, whatever its shape. */
public final class PaperResolution {

  /** Side of the squashed image and of its map, in pixels. */
  public static final int SIDE = 512;

  private PaperResolution() {}

  /**
   * @return probabilities 0-1 at 512x512, row by row: what published scores are computed on
   * @throws CancellationException when the listener says so
   */
  public static float[] localize(WindowModel model, RgbImage image, ProgressListener listener) {
    if (listener.isCancelled()) {
      throw new CancellationException("localisation was cancelled");
    }
    var input = new float[3 * SIDE * SIDE];
    Normalization.write(Resize.bilinear(image.pixels(), SIDE, SIDE), input, 0);
    float[] map = model.probabilities(input, 1, SIDE, SIDE);
    listener.progress(1, 1);
    return map;
  }

  /**
   * A 512x512 map at the image's size, bilinear with half-pixel centres. The authors' demo uses
   * Lanczos, which overshoots and so leaves the range of a probability.
   */
  public static float[] backToSize(float[] map, int width, int height) {
    var resized = new float[Math.multiplyExact(width, height)];
    var across = new MapTaps(width);
    var down = new MapTaps(height);
    for (int y = 0; y < height; y++) {
      int top = down.low[y] * SIDE;
      int bottom = down.high[y] * SIDE;
      float v = down.fraction[y];
      for (int x = 0; x < width; x++) {
        int left = across.low[x];
        int right = across.high[x];
        float u = across.fraction[x];
        float upper = map[top + left] + u * (map[top + right] - map[top + left]);
        float lower = map[bottom + left] + u * (map[bottom + right] - map[bottom + left]);
        resized[y * width + x] = upper + v * (lower - upper);
      }
    }
    return resized;
  }

  /** Where each of {@code size} positions reads the map along one axis. */
  private static final class MapTaps {
    private final int[] low;
    private final int[] high;
    private final float[] fraction;

    MapTaps(int size) {
      low = new int[size];
      high = new int[size];
      fraction = new float[size];
      for (int i = 0; i < size; i++) {
        double at = Math.max(0, (i + 0.5) * SIDE / size - 0.5);
        low[i] = Math.min((int) at, SIDE - 1);
        high[i] = Math.min(low[i] + 1, SIDE - 1);
        fraction[i] = (float) (at - low[i]);
      }
    }
  }
}
