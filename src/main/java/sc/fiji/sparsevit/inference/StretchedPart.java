/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.awt.Rectangle;

/**
 * A part of a picture that was also looked at with its ground stretched: a panel, or all of it.
 *
 * @param box of the part in the map
 */
public record StretchedPart(Rectangle box, StretchedGround ground) {

  public StretchedPart {
    box = new Rectangle(box);
  }

  @Override
  public Rectangle box() {
    return new Rectangle(box);
  }
}
