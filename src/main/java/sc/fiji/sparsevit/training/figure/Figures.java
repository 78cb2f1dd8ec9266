/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.util.List;
import java.util.random.RandomGenerator;

/** All the kinds of figures there are. */
public final class Figures {

  private static final List<FigureArtist> KINDS =
      List.of(
          new Gel(),
          new Gel(),
          new Gel(),
          new Gel(),
          new Micrograph(),
          new Micrograph(),
          new Plot(),
          new Plot(),
          new Plot(),
          new Texture());
  private static final double PANELS = 0.3;

  private Figures() {}

  /** Someone who draws figures of one kind, alone or several on a page. */
  public static FigureArtist artist(RandomGenerator random) {
    var kind = KINDS.get(random.nextInt(KINDS.size()));
    return random.nextDouble() < PANELS ? new Panels(kind) : kind;
  }
}
