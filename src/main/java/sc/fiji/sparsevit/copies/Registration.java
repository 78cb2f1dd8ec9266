/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/** Moves a transformation by fractions of a pixel until what it finds fits best. */
final class Registration {

  private static final int ROUNDS = 3;

  /** Shift, turn and growth, and the light's gain and offset. */
  private static final int UNKNOWNS = 6;

  private static final double LARGEST_STEP = 3;

  /** Pixels of shift that make no difference. */
  private static final double DONE = 0.02;

  private Registration() {}

  /**
   * @param mask of the box's pixels that are to fit
   * @return the transformation, refined; as it was if that gives nothing better
   */
  static Similarity refine(
      Luminance one, Luminance other, Similarity start, AlignedParts first, boolean[] mask) {
    var similarity = start;
    var patch = first;
    for (int round = 0; round < ROUNDS; round++) {
      var step = step(patch, mask);
      if (step == null) {
        return similarity;
      }
      similarity = similarity.after(step);
      if (Math.hypot(step.right(), step.down()) > LARGEST_STEP * 200) {
        return start;
      }
      if (round == ROUNDS - 1 || shift(step, patch) < DONE) {
        return similarity;
      }
      patch = AlignedParts.of(one, other, similarity, patch.box());
    }
    return similarity;
  }

  /** Pixels that the corners of a patch are moved by, at most. */
  private static double shift(Similarity step, AlignedParts patch) {
    var box = patch.box();
    double shift = 0;
    for (int corner = 0; corner < 4; corner++) {
      double x = box.x + corner % 2 * box.width;
      double y = box.y + corner / 2 * box.height;
      shift = Math.max(shift, Math.hypot(step.x(x, y) - x, step.y(x, y) - y));
    }
    return shift;
  }

  /** The transformation of the patch's own pixels that makes the partner fit better. */
  private static Similarity step(AlignedParts patch, boolean[] mask) {
    int w = patch.width();
    var normal = new double[UNKNOWNS][UNKNOWNS];
    var right = new double[UNKNOWNS];
    double cx = patch.box().getCenterX();
    double cy = patch.box().getCenterY();
    double unit = Math.max(w, patch.height()) / 2.0 + 1;
    var row = new double[UNKNOWNS];
    int count = 0;
    for (int y = 1; y < patch.height() - 1; y++) {
      for (int x = 1; x < w - 1; x++) {
        int i = y * w + x;
        if (!mask[i] || !patch.inside()[i]) {
          continue;
        }
        count++;
        double gx = (patch.partner()[i + 1] - patch.partner()[i - 1]) / 2;
        double gy = (patch.partner()[i + w] - patch.partner()[i - w]) / 2;
        double px = (patch.box().x + x - cx) / unit;
        double py = (patch.box().y + y - cy) / unit;
        row[0] = gx;
        row[1] = gy;
        row[2] = gx * px + gy * py;
        row[3] = gy * px - gx * py;
        row[4] = -patch.own()[i] / 64;
        row[5] = -1;
        double error = -patch.partner()[i];
        for (int j = 0; j < UNKNOWNS; j++) {
          right[j] += row[j] * error;
          for (int k = 0; k <= j; k++) {
            normal[j][k] += row[j] * row[k];
          }
        }
      }
    }
    if (count < 50) {
      return null;
    }
    for (int j = 0; j < UNKNOWNS; j++) {
      normal[j][j] += 1e-6 * count;
      for (int k = 0; k < j; k++) {
        normal[k][j] = normal[j][k];
      }
    }
    var equations = NormalEquations.of(normal);
    if (equations == null) {
      return null;
    }
    double[] found = equations.solve(right);
    if (Math.hypot(found[0], found[1]) > LARGEST_STEP
        || Math.hypot(found[2], found[3]) > 2 * LARGEST_STEP) {
      return null;
    }
    return Similarity.at(
        1 + found[2] / unit, found[3] / unit, false, cx, cy, cx + found[0], cy + found[1]);
  }
}
