/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import ij.process.ByteProcessor;
import java.util.Optional;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockGrid;
import sc.fiji.sparsevit.misfit.BlockSet;
import sc.fiji.sparsevit.misfit.MisfitPart;

/** Makes a part of a picture out of blocks that were not compressed as the rest was. */
final class BlockPart {

  /** Pixels at a part's edge that belong to blocks which lie in it only partly. */
  private static final int EDGE = 3;

  private BlockPart() {}

  /** Some blocks without their edge; empty if nothing is left. */
  static Optional<MisfitPart> of(
      BlockSet blocks, BlockGrid grid, RgbImage image, MisfitPart.Trace trace) {
    var box = blocks.box(grid, image.width(), image.height());
    var mask = new ByteProcessor(box.width, box.height);
    boolean any = false;
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        if (isInside(blocks, grid, box.x + x, box.y + y, image.width(), image.height())) {
          mask.set(x, y, 255);
          any = true;
        }
      }
    }
    return any ? Optional.of(new MisfitPart(box.x, box.y, mask, trace)) : Optional.empty();
  }

  private static boolean isInside(
      BlockSet blocks, BlockGrid grid, int x, int y, int width, int height) {
    for (int dy = -EDGE; dy <= EDGE; dy += EDGE) {
      for (int dx = -EDGE; dx <= EDGE; dx += EDGE) {
        int column = Math.max(0, Math.min(width - 1, x + dx));
        int row = Math.max(0, Math.min(height - 1, y + dy));
        if (!blocks.contains(grid.blockOf(column, row))) {
          return false;
        }
      }
    }
    return true;
  }
}
