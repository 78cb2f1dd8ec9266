/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

/**
 * What forged regions look like.
 *
 * @param object share of them that follow an object instead of a drawn outline
 * @param found share of those objects that are found by dividing a photograph along its edges,
 *     instead of outlined by somebody; all are where nothing is outlined
 * @param fitted share of the objects whose outline is moved onto their edges
 * @param radius relative to the square root of the picture's area
 * @param second probability of a second region
 */
public record ShapeOptions(
    double object, double found, double fitted, Range radius, double second) {

  public static ShapeOptions standard() {
    return new ShapeOptions(0.65, 0.55, 0.35, new Range(0.04, 0.42), 0.2);
  }

  /** The same with larger or smaller regions. */
  public ShapeOptions scaled(double factor) {
    var scaled = new Range(factor * radius.low(), factor * radius.high());
    return new ShapeOptions(object, found, fitted, scaled, second);
  }
}
