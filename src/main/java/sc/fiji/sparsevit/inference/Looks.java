/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.List;
import java.util.Optional;

/**
 * How often the network looks at an image: as it is, and in further ways at windows in which the
 * first look shows something. What a forgery leaves behind is there in all looks, while what only
 * looks like it often is not; so more is found at the same rate of false alarms. Windows begin at
 * the other end of the image, and it is continued beyond its other edges, so that the network's
 * grid lies elsewhere, too.
 *
 * <p>The enlarged image shows other things, above all small ones, for which there are weights of
 * their own.
 *
 * @param further looks, whose probabilities are averaged with the first look's
 * @param from the probability that a pixel must reach in the first look for further looks at a
 *     window; 0: they are always taken
 * @param enlarged how the enlarged image counts, if that is looked at, too
 */
public record Looks(List<Look> further, double from, Optional<EnlargedLook> enlarged) {

  /** As published. */
  public static final Looks ONE = new Looks(List.of(), 1);

  /** On 619 images held out from training, .1 lost nothing against a second look at all of them. */
  public static final Looks TWO_WHERE_SUSPICIOUS = new Looks(List.of(Look.TURNED), .1);

  /** Mode thorough. */
  public static final Looks THREE = new Looks(List.of(Look.MIRRORED, Look.TURNED), 0);

  /** Mode thorough, with weights for the enlarged image. */
  public static final Looks TWO_AND_ENLARGED =
      new Looks(List.of(Look.TURNED), 0, Optional.of(EnlargedLook.EVERYWHERE));

  public Looks {
    further = List.copyOf(further);
  }

  /** At the image in its own size only. */
  public Looks(List<Look> further, double from) {
    this(further, from, Optional.empty());
  }

  /** The same and one at the enlarged image. */
  Looks with(EnlargedLook look) {
    return new Looks(further, from, Optional.of(look));
  }

  /** The same without the enlarged image. */
  Looks withoutEnlarged() {
    return new Looks(further, from);
  }
}
