/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * Two keypoints that look the same.
 *
 * @param from one of them
 * @param to the other
 * @param mirrored whether they look the same in a mirror
 * @param distance of the descriptors, squared, 0 to 2
 */
record Match(Keypoint from, Keypoint to, boolean mirrored, float distance) {

  Match reversed() {
    return new Match(to, from, mirrored, distance);
  }

  double logScale() {
    return Math.log(to.sigma() / from.sigma());
  }

  /** Radians, any number of turns. */
  double rotation() {
    return mirrored ? to.angle() + from.angle() : to.angle() - from.angle();
  }

  /** What the two keypoints alone tell, roughly. */
  Similarity similarity() {
    double scale = to.sigma() / from.sigma();
    double a = scale * Math.cos(rotation());
    double b = scale * Math.sin(rotation());
    return Similarity.at(a, b, mirrored, from.x(), from.y(), to.x(), to.y());
  }

  /** Pixels from where a transformation takes the first to where the second lies, squared. */
  double error(Similarity similarity) {
    double dx = similarity.x(from.x(), from.y()) - to.x();
    double dy = similarity.y(from.x(), from.y()) - to.y();
    return dx * dx + dy * dy;
  }
}
