/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import net.imglib2.util.Intervals;
import sc.fiji.sparsevit.image.Normalization;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * Reads windows out of an image in some look. Beyond its right and bottom edges it goes on
 * reflected, the edge pixels themselves not repeated. Only pixels of the image are asked for: a
 * reflected view takes several times as long until the virtual machine knows it, which is after the
 * first image.
 */
final class WindowReader {

  private final Look look;
  private final RgbImage image;
  private final Normalization normalization;
  private final int width;
  private final int height;
  private float[] part = {};

  /**
   * @param width of every window, in pixels
   * @param height of every window, in pixels
   */
  WindowReader(Look look, RgbImage image, Normalization normalization, int width, int height) {
    this.look = look;
    this.image = image;
    this.normalization = normalization;
    this.width = width;
    this.height = height;
  }

  /** Writes the window whose first pixel is (x, y) from an index on, (3, height, width). */
  void read(int x, int y, float[] target, int offset) {
    var across = Axis.of(x, width, look.factor() * image.width());
    var down = Axis.of(y, height, look.factor() * image.height());
    var seen =
        look.part(
            image.pixels(),
            Intervals.createMinSize(across.low, down.low, across.length, down.length));
    if (across.isPlain() && down.isPlain()) {
      normalization.write(seen, target, offset);
      return;
    }
    int size = across.length * down.length;
    if (part.length < 3 * size) {
      part = new float[3 * size];
    }
    normalization.write(seen, part, 0);
    for (int row = 0; row < 3 * height; row++) {
      int from = row / height * size + down.sources[row % height] * across.length;
      int to = offset + row * width;
      System.arraycopy(part, from, target, to, across.plain);
      for (int i = across.plain; i < width; i++) {
        target[to + i] = part[from + across.sources[i]];
      }
    }
  }

  /**
   * Where a window's positions along one axis come from.
   *
   * @param low first position of the image that is needed
   * @param length how many are
   * @param plain how many positions at the start are the image's own
   * @param sources of all positions, counted from {@code low}
   */
  private record Axis(int low, int length, int plain, int[] sources) {

    static Axis of(int start, int length, int size) {
      var sources = new int[length];
      int low = Integer.MAX_VALUE;
      int high = 0;
      for (int i = 0; i < length; i++) {
        sources[i] = reflected(start + i, size);
        low = Math.min(low, sources[i]);
        high = Math.max(high, sources[i]);
      }
      for (int i = 0; i < length; i++) {
        sources[i] -= low;
      }
      // Where little of the image is left, its reflection reaches back before the window.
      int plain = low == start ? Math.min(length, size - start) : 0;
      return new Axis(low, high - low + 1, plain, sources);
    }

    /** A single row or column has nothing else to go on with. */
    private static int reflected(int position, int size) {
      if (size == 1) {
        return 0;
      }
      int period = 2 * (size - 1);
      int within = position % period;
      return within < size ? within : period - within;
    }

    boolean isPlain() {
      return plain == sources.length;
    }
  }
}
