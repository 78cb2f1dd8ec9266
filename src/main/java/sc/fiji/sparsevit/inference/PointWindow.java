/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.Resize;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * What a network is shown of an image when one point of it is of interest.
 *
 * @param pixels as the network sees them, before normalization
 * @param x left edge in the image, in pixels
 * @param y upper edge in the image, in pixels
 * @param scaleX pixels of the image per pixel of the window, across
 * @param scaleY the same, vertically
 */
public record PointWindow(
    RandomAccessibleInterval<ARGBType> pixels, int x, int y, double scaleX, double scaleY) {

  /** At the image's own resolution: one window around the point, as far as the image goes. */
  public static PointWindow around(RgbImage image, Window wanted, int x, int y) {
    int width = length(image.width(), wanted);
    int height = length(image.height(), wanted);
    int left = start(x, width, image.width(), wanted.step());
    int top = start(y, height, image.height(), wanted.step());
    var view =
        Views.offsetInterval(
            NativeResolution.continued(image), new long[] {left, top}, new long[] {width, height});
    return new PointWindow(view, left, top, 1, 1);
  }

  /** The whole image squashed to a square, as published. */
  public static PointWindow squashed(RgbImage image, int side) {
    return new PointWindow(
        Resize.bilinear(image.pixels(), side, side),
        0,
        0,
        image.width() / (double) side,
        image.height() / (double) side);
  }

  private static int length(int image, Window wanted) {
    return Math.min(wanted.side(), wanted.padded(image));
  }

  private static int start(int point, int length, int image, int step) {
    int last = Math.max(0, image - length);
    return Math.max(0, Math.min(last, point - length / 2)) / step * step;
  }

  public int width() {
    return (int) pixels.dimension(0);
  }

  public int height() {
    return (int) pixels.dimension(1);
  }

  /** Column of the window that shows a column of the image; outside of 0 to width if none does. */
  public int column(int imageX) {
    return (int) Math.floor((imageX - x + 0.5) / scaleX);
  }

  /** Row of the window that shows a row of the image; outside of 0 to height if none does. */
  public int row(int imageY) {
    return (int) Math.floor((imageY - y + 0.5) / scaleY);
  }

  /** Whether it shows a place of the image. */
  public boolean shows(int imageX, int imageY) {
    int column = column(imageX);
    int row = row(imageY);
    return column >= 0 && column < width() && row >= 0 && row < height();
  }

  /** As a network takes it, (1, 3, height, width). */
  public float[] input(Window wanted) {
    var input = new float[3 * width() * height()];
    wanted.normalization().write(pixels, input, 0);
    return input;
  }
}
