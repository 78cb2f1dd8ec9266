/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ChoicesTest {

  private enum Fruit {
    APPLE,
    PEAR,
    PLUM
  }

  @Test
  void aValueIsFoundByItsNameInAnyCase() {
    assertThat(Choices.of(Fruit.class, "fruit", "pear")).isEqualTo(Fruit.PEAR);
    assertThat(Choices.of(Fruit.class, "fruit", "Plum")).isEqualTo(Fruit.PLUM);
  }

  @Test
  void anythingElseIsRefusedWithTheChoices() {
    assertThatThrownBy(() -> Choices.of(Fruit.class, "fruit", "nut"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fruit is \"apple\", \"pear\", or \"plum\", not \"nut\"");
  }
}
