/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.List;

/**
 * How often the network looks at an image: as it is, and in further ways at windows in which the
 * first look shows something. What a forgery leaves behind is there in all looks, while what only
 * looks like it often is not; so more is found at the same rate of false alarms. No pixel is
 * resampled. Windows begin at the other end of the image, and it is continued beyond its other
 * edges, so that the network's grid lies elsewhere, too.
 *
 * @param further looks, whose probabilities are averaged with the first look's
 * @param from the probability that a pixel must reach in the first look for further looks at a
 *     window; 0: they are always taken
 */
public record Looks(List<Look> further, double from) {

  /** As published. */
  public static final Looks ONE = new Looks(List.of(), 1);

  /** On 619 images held out from training, .1 lost nothing against a second look at all of them. */
  public static final Looks TWO_WHERE_SUSPICIOUS = new Looks(List.of(Look.TURNED), .1);

  /** Mode thorough. */
  public static final Looks THREE = new Looks(List.of(Look.MIRRORED, Look.TURNED), 0);

  public Looks {
    further = List.copyOf(further);
  }
}
