/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.process.ByteProcessor;
import java.util.List;

/**
 * What a threshold and a minimum area leave of a probability map.
 *
 * @param mask 255 where a region is, else 0; of the map's size
 * @param regions the highest maximum probability first, so that the first one gave the map its
 *     score; of equal ones the larger, then the one whose first pixel comes first, row by row
 * @param above how many pixels are above the threshold, also where no region is
 */
public record FoundRegions(ByteProcessor mask, List<Region> regions, long above) {
  public FoundRegions {
    regions = List.copyOf(regions);
  }

  /**
   * The regions in the picture's coordinates, with the position in its stack; the mask stays the
   * map's. To be called once, on regions in the map's coordinates.
   */
  public FoundRegions placed(MapPosition placement) {
    return new FoundRegions(
        mask, regions.stream().map(region -> region.placed(placement)).toList(), above);
  }
}
