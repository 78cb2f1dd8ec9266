/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.process.FloatProcessor;
import sc.fiji.sparsevit.compression.MisfitPart;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;

/**
 * A part of a picture that did not go through the JPEG compression of the rest: evidence of its
 * own, whatever the network makes of it.
 *
 * @param part in the picture's coordinates
 */
public record FoundMisfit(Region part) {

  static FoundMisfit of(int number, MisfitPart part, FloatProcessor map, MapPosition placement) {
    var region = Region.of("compression-" + number, part.mask(), part.x(), part.y(), map, 0);
    return new FoundMisfit(region.placed(placement));
  }

  /** {@code compression-1 does not fit the JPEG compression of the rest of the picture}. */
  public String words() {
    return part.name() + " does not fit the JPEG compression of the rest of the picture";
  }
}
