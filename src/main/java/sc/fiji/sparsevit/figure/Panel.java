/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;

/**
 * A picture within a figure.
 *
 * @param name unique among the panels of one figure, as {@code A}
 * @param bounds in pixels of the figure
 */
public record Panel(String name, Rectangle bounds) {
  public Panel {
    if (name.isBlank() || bounds.isEmpty()) {
      throw new IllegalArgumentException(
          "a panel has a name and an area, not '" + name + "' at " + bounds);
    }
    bounds = new Rectangle(bounds);
  }

  @Override
  public Rectangle bounds() {
    return new Rectangle(bounds);
  }
}
