/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GridTurnTest {

  @Test
  void aTurnAfterAnotherOneBackwardsUndoesItFirst() {
    for (var one : GridTurn.ALL) {
      for (var other : GridTurn.ALL) {
        var both = one.afterBack(other);
        int x = other.x(2, 3);
        int y = other.y(2, 3);
        assertThat(GridTurn.ALL).contains(both);
        assertThat(both.x(x, y)).isEqualTo(one.x(2, 3));
        assertThat(both.y(x, y)).isEqualTo(one.y(2, 3));
      }
    }
  }

  @Test
  void aPictureIsTurnedAsItsPixelsAre() {
    for (var turn : GridTurn.ALL) {
      var similarity = turn.taking(10, 20, 200, 100);
      assertThat(similarity.x(12, 23)).isEqualTo(200 + turn.x(2, 3));
      assertThat(similarity.y(12, 23)).isEqualTo(100 + turn.y(2, 3));
    }
  }
}
