/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

/**
 * A side of a rectangle.
 *
 * @param evidence for a seam that ends where the side does, as a logarithm
 * @param seam whether that is enough
 * @param open whether a seam would not be seen
 */
record SeamSide(float evidence, boolean seam, boolean open) {

  static final SeamSide NOTHING = new SeamSide(0, false, false);

  boolean fits() {
    return seam || open;
  }
}
