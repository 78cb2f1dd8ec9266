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
 * looks like it often is not; so more is found at the same rate of false alarms. Windows begin at
 * the other end of the image, and it is continued beyond its other edges, so that the network's
 * grid lies elsewhere, too.
 *
 * @param further looks, whose probabilities are averaged with the first look's
 * @param from the probability that a pixel must reach in the first look for further looks at a
 *     window; 0: they are always taken
 * @param bar of the mean of all looks
 */
public record Looks(List<Look> further, double from, Bar bar) {

  /** As published. */
  public static final Looks ONE = new Looks(List.of(), 1, Bar.HALF);

  /** On 619 images held out from training, .1 lost nothing against a second look at all of them. */
  public static final Looks TWO_WHERE_SUSPICIOUS = new Looks(List.of(Look.TURNED), .1, Bar.HALF);

  /** Mode thorough, for networks that were never tried on the enlarged image. */
  public static final Looks THREE = new Looks(List.of(Look.MIRRORED, Look.TURNED), 0, Bar.HALF);

  /**
   * Mode thorough for ours. The larger the variety of looks, the lower is their mean for what only
   * some of them show. Between .40 and .45, the bar was set where 85 photographs held out from
   * training have as many false alarms as in two looks.
   */
  public static final Looks THREE_WITH_ENLARGED =
      new Looks(List.of(Look.TURNED, Look.ENLARGED), 0, new Bar(.42));

  public Looks {
    further = List.copyOf(further);
  }
}
