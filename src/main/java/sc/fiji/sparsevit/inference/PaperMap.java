/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/**
 * The map of an image that was squashed to a square.
 *
 * @param probabilities 0-1, row by row
 * @param side of the square in pixels
 */
public record PaperMap(float[] probabilities, int side) {

  /**
   * The map at the image's size, bilinear with half-pixel centers. The authors' demo uses Lanczos,
   * which overshoots and so leaves the range of a probability.
   */
  public float[] atSize(int width, int height) {
    var resized = new float[Math.multiplyExact(width, height)];
    var across = new MapTaps(width, side);
    var down = new MapTaps(height, side);
    for (int y = 0; y < height; y++) {
      int top = down.low[y] * side;
      int bottom = down.high[y] * side;
      float v = down.fraction[y];
      for (int x = 0; x < width; x++) {
        int left = across.low[x];
        int right = across.high[x];
        float u = across.fraction[x];
        float upper = mix(probabilities[top + left], probabilities[top + right], u);
        float lower = mix(probabilities[bottom + left], probabilities[bottom + right], u);
        resized[y * width + x] = mix(upper, lower, v);
      }
    }
    return resized;
  }

  private static float mix(float a, float b, float share) {
    return a + share * (b - a);
  }

  /** Where each of {@code size} positions reads the map along one axis. */
  private static final class MapTaps {
    private final int[] low;
    private final int[] high;
    private final float[] fraction;

    MapTaps(int size, int side) {
      low = new int[size];
      high = new int[size];
      fraction = new float[size];
      for (int i = 0; i < size; i++) {
        double at = Math.max(0, (i + 0.5) * side / size - 0.5);
        low[i] = Math.min((int) at, side - 1);
        high[i] = Math.min(low[i] + 1, side - 1);
        fraction[i] = (float) (at - low[i]);
      }
    }
  }
}
