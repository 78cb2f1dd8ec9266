/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.nio.file.Path;

/** Refuses what cannot be held before it is decoded: a few bytes can declare any size. */
public final class MemoryNeed {

  private static final long MEGABYTE = 1 << 20;

  private MemoryNeed() {}

  /**
   * @param pixels of one page
   * @param pixelBytes of one pixel as it is decoded
   * @throws ImageFileException if they are more than Java has memory for
   */
  public static void check(Path path, long pixels, int pages, int pixelBytes)
      throws ImageFileException {
    if (pixels > Integer.MAX_VALUE / pixelBytes) {
      throw new ImageFileException(
          path, "has " + pixels + " pixels, more than a Java array can hold; cut it into parts");
    }
    // one page as decoded, and all of them as ImageJ keeps them, RGB in four bytes
    double need =
        (double) pixels * (pixelBytes + (double) pages * Math.max(pixelBytes, Integer.BYTES));
    long heap = Runtime.getRuntime().maxMemory();
    if (need > heap) {
      throw new ImageFileException(
          path,
          "needs "
              + Math.round(need / MEGABYTE)
              + " MB of memory for "
              + pages
              + " x "
              + pixels
              + " pixels, but Java has "
              + heap / MEGABYTE
              + " MB; start it with a larger -Xmx, or cut the image into parts");
    }
  }
}
