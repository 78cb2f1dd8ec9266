/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.grain;

import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.BlockSet;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Finds parts that have no grain, though what is as bright elsewhere in the picture has. */
public final class SmoothPartFinder {

  /**
   * A block is smooth with less than this share of the usual grain. With the smaller one, blocks
   * that are smooth by chance are fewer, and do not blur a part's outline.
   */
  private static final List<Float> SMOOTH = List.of(0.05f, 0.025f);

  /** Pixels beyond its whole blocks that a part reaches on average. */
  private static final int REACH = 4;

  private SmoothPartFinder() {}

  /**
   * @param x columns from the image's left edge to the right edge of one of its JPEG blocks: 0 if
   *     nothing was cut off there
   * @param y rows, likewise
   * @return from the top
   * @throws CancellationException when the listener says so
   */
  public static List<MisfitPart> find(RgbImage image, int x, int y, ProgressListener listener) {
    var blocks = BlockGrain.of(image, x, y, listener);
    var usual = UsualGrain.of(blocks);
    var found = new ArrayList<BlockSet>();
    for (float share : SMOOTH) {
      var smooth = smooth(blocks, usual, share);
      var judge = new SmoothnessJudge(blocks, usual, smooth.blocks(), share);
      smooth.groupsAlongSides(SmoothnessJudge.fewestBlocks(blocks)).stream()
          .filter(group -> found.stream().noneMatch(other -> meet(group, other)))
          .filter(judge::standsOut)
          .toList()
          .forEach(found::add);
    }
    return found.stream()
        .sorted(Comparator.comparingInt(group -> group.blocks().nextSetBit(0)))
        .map(group -> part(group, blocks, image))
        .toList();
  }

  private static BlockSet smooth(BlockGrain blocks, UsualGrain usual, float share) {
    var smooth = new BitSet();
    for (int block = 0; block < blocks.grain().length; block++) {
      smooth.set(
          block,
          usual.isKnownFor(block)
              && blocks.grain()[block] <= share * usual.at(blocks.level()[block]));
    }
    return new BlockSet(blocks.grid().columns(), blocks.grid().rows(), smooth);
  }

  private static boolean meet(BlockSet group, BlockSet other) {
    return group.blocks().intersects(other.blocks());
  }

  private static MisfitPart part(BlockSet group, BlockGrain blocks, RgbImage image) {
    var grid = blocks.grid();
    var filled = group.filled();
    var box = filled.box(grid, image.width(), image.height());
    box.grow(REACH, REACH);
    box = box.intersection(new Rectangle(image.width(), image.height()));
    var mask = new ByteProcessor(box.width, box.height);
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        mask.set(x, y, isNear(filled, blocks, box.x + x, box.y + y) ? 255 : 0);
      }
    }
    return new MisfitPart(box.x, box.y, mask, MisfitPart.Trace.NO_GRAIN);
  }

  private static boolean isNear(BlockSet group, BlockGrain blocks, int x, int y) {
    for (int dy = -REACH; dy <= REACH; dy += REACH) {
      for (int dx = -REACH; dx <= REACH; dx += REACH) {
        if (Math.abs(dx) + Math.abs(dy) <= REACH
            && group.contains(blocks.grid().blockOf(x + dx, y + dy))) {
          return true;
        }
      }
    }
    return false;
  }
}
