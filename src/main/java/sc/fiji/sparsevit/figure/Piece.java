/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.geom.AffineTransform;

/**
 * An image as placed on a page, perhaps only a part of a picture.
 *
 * @param width in its own pixels
 * @param height in its own pixels
 * @param placed from the unit square, whose lower left corner is that of the image, to the page as
 *     a person sees it, y down
 * @param transparent whether what is below it may show through
 */
public record Piece(int width, int height, AffineTransform placed, boolean transparent) {
  public Piece {
    placed = new AffineTransform(placed);
  }

  @Override
  public AffineTransform placed() {
    return new AffineTransform(placed);
  }
}
