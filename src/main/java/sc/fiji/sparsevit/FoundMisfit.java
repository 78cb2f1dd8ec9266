/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import ij.process.FloatProcessor;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.region.EvidenceKind;
import sc.fiji.sparsevit.region.MapPosition;
import sc.fiji.sparsevit.region.Region;

/**
 * A part of a picture that does not fit the rest of it: evidence of its own, whatever the network
 * makes of it.
 *
 * @param part in the picture's coordinates
 * @param trace how it differs from the rest
 */
public record FoundMisfit(Region part, MisfitPart.Trace trace) {

  static FoundMisfit of(String name, MisfitPart part, FloatProcessor map, MapPosition placement) {
    var region = Region.of(name, part.mask(), part.x(), part.y(), map, 0);
    return new FoundMisfit(region.placed(placement), part.trace());
  }

  /** What looks for such parts. */
  public EvidenceKind evidence() {
    return trace.evidence();
  }

  /** {@code compression-1 does not fit the JPEG compression of the rest of the picture}. */
  public String words() {
    return part.name() + " " + trace.words();
  }
}
