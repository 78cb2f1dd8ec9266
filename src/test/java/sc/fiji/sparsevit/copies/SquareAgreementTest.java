/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SquareAgreementTest {

  private static final int SIDE = 128;

  @Test
  void eachOfTwoPlanesAgreesWhereItWasMovedTo() {
    var plane = noise();
    var one = GrainSpectrum.of(plane.clone(), SIDE);
    var first = GrainSpectrum.of(moved(plane, 37, 90), SIDE);
    var second = GrainSpectrum.of(moved(plane, 5, 61), SIDE);
    var agreement = new SquareAgreement(SIDE);

    agreement.hold(one, first, second);

    assertThat(highest(agreement.first())).isEqualTo(37 * SIDE + 90);
    assertThat(highest(agreement.second())).isEqualTo(5 * SIDE + 61);
  }

  /** What was held before leaves nothing behind. */
  @Test
  void theSameAgreesTheSameAgain() {
    var plane = noise();
    var one = GrainSpectrum.of(plane.clone(), SIDE);
    var other = GrainSpectrum.of(moved(plane, 37, 90), SIDE);
    var agreement = new SquareAgreement(SIDE);
    agreement.hold(one, other, one);
    float[] before = agreement.first().clone();
    agreement.hold(other, one, other);

    agreement.hold(one, other, one);

    assertThat(agreement.first()).isEqualTo(before);
  }

  private static float[] noise() {
    var random = new Random(12);
    var plane = new float[SIDE * SIDE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) random.nextGaussian();
    }
    return plane;
  }

  private static float[] moved(float[] plane, int right, int down) {
    var moved = new float[plane.length];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        moved[(y + down) % SIDE * SIDE + (x + right) % SIDE] = plane[y * SIDE + x];
      }
    }
    return moved;
  }

  private static int highest(float[] agreement) {
    int highest = 0;
    for (int i = 0; i < agreement.length; i++) {
      highest = agreement[i] > agreement[highest] ? i : highest;
    }
    return highest;
  }
}
