/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import sc.fiji.sparsevit.copies.CopyPair;
import sc.fiji.sparsevit.copies.CopyPart;
import sc.fiji.sparsevit.copies.SidedPair;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;

/**
 * Two parts of a picture that show the same, as regions of it: evidence of its own, whatever the
 * network makes of them.
 *
 * @param number from 1, the surest first
 * @param sides the parts in the map's coordinates, and which of them seems to be the copy
 * @param first the part that seems to be the original, in the picture's coordinates; its ROI
 *     belongs to the group {@code number}
 * @param second the part that seems to be its copy, the same
 */
public record FoundPair(int number, SidedPair sides, Region first, Region second) {

  /** ImageJ's groups of ROIs go up to this. */
  private static final int MOST_GROUPS = 255;

  static FoundPair of(int number, SidedPair sides, FloatProcessor map, MapPosition placement) {
    return new FoundPair(
        number,
        sides,
        region(number, "a", sides.pair().first(), map, placement),
        region(number, "b", sides.pair().second(), map, placement));
  }

  private static Region region(
      int number, String letter, CopyPart part, FloatProcessor map, MapPosition placement) {
    var box = part.box();
    var pixels = part.pixels();
    var mask = new ByteProcessor(box.width, box.height);
    for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
      mask.set(i, 255);
    }
    int group = Math.min(MOST_GROUPS, number);
    return Region.of("copy-" + number + letter, mask, box.x, box.y, map, group).placed(placement);
  }

  public CopyPair pair() {
    return sides.pair();
  }

  /** {@code copy-1b repeats copy-1a: turned 90 degrees clockwise, mirrored}. */
  public String words() {
    var how = pair().transformation().words();
    return sides.isClear()
        ? second.name() + " repeats " + first.name() + ": " + how
        : first.name()
            + " and "
            + second.name()
            + " show the same content, either may be the copy: "
            + how;
  }
}
