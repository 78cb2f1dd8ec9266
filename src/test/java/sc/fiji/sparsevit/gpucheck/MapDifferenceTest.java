/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MapDifferenceTest {

  @Test
  void masksOfSeveralPicturesAreComparedTogether() {
    var first =
        MapDifference.between(new float[] {0.9f, 0.6f, 0.1f}, new float[] {0.9f, 0.4f, 0.1f});
    var second = MapDifference.between(new float[] {0.7f, 0.8f}, new float[] {0.75f, 0.8f});

    assertThat(first.iou()).isEqualTo(0.5);
    assertThat(first.and(second).iou()).isEqualTo(0.75);
    assertThat(first.and(second).largest()).isBetween(0.199, 0.201);
  }

  @Test
  void twoEmptyMasksAgree() {
    assertThat(MapDifference.between(new float[4], new float[4]).iou()).isEqualTo(1);
  }

  @Test
  void whatIsNoNumberIsNeverTakenForAgreement() {
    var broken = MapDifference.between(new float[] {Float.NaN, 0}, new float[] {0, 0});

    assertThat(broken.largest()).isNaN();
    assertThat(broken.and(MapDifference.NONE).largest()).isNaN();
    assertThat(MapDifference.NONE.and(broken).largest()).isNaN();
  }
}
