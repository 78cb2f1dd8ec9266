/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import sc.fiji.sparsevit.copies.GrainShifts.Shift;

/**
 * How clearly the grain of a part agrees with that of its partner where both lie on one another,
 * and nowhere else. All frequencies count alike, so that grain that is wider than a pixel, which
 * agrees with itself nearby, too, makes one narrow peak. Where there is structure, the grain's
 * plane is empty: what repeats for another reason, such as the edges of windows, does not count.
 */
final class GrainPeak {

  private static final int LEAST_SIDE = 128;

  /** Larger parts are folded. */
  private static final int LARGEST_SIDE = 512;

  /** Pixels around the middle of the peak. */
  private static final int NEAR = 1;

  /** Pixels around it that belong to it, too. */
  private static final int WIDE = 3;

  private GrainPeak() {}

  /** How many times as high the peak is as any other one. */
  static double clearness(GrainPlane grain, CopyPart part, Shift shift) {
    var box = part.box();
    int side = LEAST_SIDE;
    while (side < Math.max(box.width, box.height) && side < LARGEST_SIDE) {
      side *= 2;
    }
    var own = new float[side * side];
    var partner = new float[side * side];
    for (int y = box.y; y < box.y + box.height; y++) {
      for (int x = box.x; x < box.x + box.width; x++) {
        if (part.contains(x, y)) {
          int place = (y - box.y) % side * side + (x - box.x) % side;
          own[place] += grain.at(x, y);
          partner[place] += grain.at(x + shift.right(), y + shift.down());
        }
      }
    }
    var agreement = new SquareAgreement(side);
    var partners = GrainSpectrum.of(partner, side);
    agreement.hold(GrainSpectrum.of(own, side), partners, partners);
    return clearness(agreement.first(), side);
  }

  private static double clearness(float[] agreement, int side) {
    double[] deviations = GrainShifts.deviations(agreement, side);
    double height = 0;
    double elsewhere = 1;
    for (int x = 0; x < side; x++) {
      int places = x % GrainShifts.GRID * GrainShifts.GRID;
      for (int y = 0; y < side; y++) {
        double here = agreement[x * side + y] / deviations[places + y % GrainShifts.GRID];
        int distance = Math.max(Math.min(x, side - x), Math.min(y, side - y));
        if (distance <= NEAR) {
          height = Math.max(height, here);
        } else if (distance > WIDE) {
          elsewhere = Math.max(elsewhere, here);
        }
      }
    }
    return height / elsewhere;
  }
}
