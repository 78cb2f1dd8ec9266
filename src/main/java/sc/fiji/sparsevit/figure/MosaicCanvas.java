/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.image.BufferedImage;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;

/** Puts the pixels of pieces together. */
public final class MosaicCanvas {
  private static final int OPAQUE = 0xff000000;
  private static final int FULL = 255;

  private final int width;
  private final int height;
  private final int[] colors;

  /** An empty one, of a mosaic's size. */
  public MosaicCanvas(Mosaic mosaic) {
    width = mosaic.width();
    height = mosaic.height();
    colors = new int[Math.multiplyExact(width, height)];
  }

  /**
   * Draws a piece at its place, unchanged.
   *
   * @throws IllegalArgumentException if it does not lie within the mosaic
   */
  public void put(RgbImage piece, Mosaic.Tile tile) {
    var area = area(tile, piece.width(), piece.height());
    LoopBuilder.setImages(piece.pixels(), area)
        .forEachPixel((from, to) -> to.set(from.get() | OPAQUE));
  }

  /**
   * Draws a piece over the existing content; what is below shows through.
   *
   * @throws IllegalArgumentException if it does not lie within the mosaic
   */
  public void layer(BufferedImage piece, Mosaic.Tile tile) {
    int columns = piece.getWidth();
    int rows = piece.getHeight();
    int[] argb = piece.getRGB(0, 0, columns, rows, null, 0, columns);
    LoopBuilder.setImages(ArrayImgs.argbs(argb, columns, rows), area(tile, columns, rows))
        .forEachPixel((from, to) -> to.set(blend(from.get(), to.get())));
  }

  private RandomAccessibleInterval<ARGBType> area(Mosaic.Tile tile, int columns, int rows) {
    if (tile.x() + columns > width || tile.y() + rows > height) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a piece of %dx%d at (%d, %d) does not fit into %dx%d",
              columns,
              rows,
              tile.x(),
              tile.y(),
              width,
              height));
    }
    return Views.offsetInterval(
        ArrayImgs.argbs(colors, width, height),
        new long[] {tile.x(), tile.y()},
        new long[] {columns, rows});
  }

  private static int blend(int upper, int lower) {
    int alpha = upper >>> 24;
    return OPAQUE
        | blend(upper >> 16 & FULL, lower >> 16 & FULL, alpha) << 16
        | blend(upper >> 8 & FULL, lower >> 8 & FULL, alpha) << 8
        | blend(upper & FULL, lower & FULL, alpha);
  }

  private static int blend(int upper, int lower, int alpha) {
    return (upper * alpha + lower * (FULL - alpha) + FULL / 2) / FULL;
  }

  /** What has been put together so far; to be asked for at the end. */
  public RgbImage picture() {
    return new RgbImage(ArrayImgs.argbs(colors, width, height), RgbMapping.identity());
  }
}
