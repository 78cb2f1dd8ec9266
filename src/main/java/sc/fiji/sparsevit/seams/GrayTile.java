/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

import java.awt.Rectangle;
import java.util.Optional;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.Gray;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * The gray levels of a part of a picture.
 *
 * @param levels row by row, 0 to 255; not to be changed
 */
record GrayTile(int width, int height, float[] levels) {

  /** Empty if that part of the picture is colored. */
  static Optional<GrayTile> read(RgbImage image, Rectangle box) {
    var levels = new float[box.width * box.height];
    var part =
        Views.interval(
            image.pixels(),
            new long[] {box.x, box.y},
            new long[] {box.x + box.width - 1L, box.y + box.height - 1L});
    int colored = 0;
    int i = 0;
    for (ARGBType pixel : Views.flatIterable(part)) {
      int color = pixel.get();
      colored += Gray.isColored(color) ? 1 : 0;
      levels[i++] = Gray.luminance(color);
    }
    return Gray.isGray(colored, levels.length)
        ? Optional.of(new GrayTile(box.width, box.height, levels))
        : Optional.empty();
  }

  /** With rows as columns. */
  GrayTile transposed() {
    var turned = new float[levels.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        turned[x * height + y] = levels[y * width + x];
      }
    }
    return new GrayTile(height, width, turned);
  }
}
