/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import net.imglib2.view.Views;
import sc.fiji.sparsevit.io.Sha256;

/** SHA-256 of pixels, in lower-case hexadecimal: what ties a result to what was analyzed. */
public final class Fingerprint {

  private Fingerprint() {}

  /** Of the pixels as they are seen: the bytes R, G, B of each, row by row from the top. */
  public static String of(RgbImage image) {
    var hash = new Sha256();
    byte[] row = new byte[3 * image.width()];
    int filled = 0;
    for (var pixel : Views.flatIterable(image.pixels())) {
      int argb = pixel.get();
      row[filled++] = (byte) (argb >> 16);
      row[filled++] = (byte) (argb >> 8);
      row[filled++] = (byte) argb;
      if (filled == row.length) {
        hash.add(row);
        filled = 0;
      }
    }
    return hash.hex();
  }
}
