/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseVitConfigTest {

  @Test
  void namesGivePresetsAndThePapersAblations() {
    var lite = SparseVitConfig.lite();
    assertThat(SparseVitConfig.named("base")).isEqualTo(SparseVitConfig.base());
    assertThat(SparseVitConfig.named("lite")).isEqualTo(lite);
    assertThat(SparseVitConfig.named("lite-matching")).isEqualTo(lite.withMatching());
    assertThat(SparseVitConfig.named("lite-matching-rate4"))
        .isEqualTo(lite.withMatching().withRate(4));
    assertThat(SparseVitConfig.named("lite-rate4")).isEqualTo(lite.withRate(4));
    assertThat(SparseVitConfig.named("base-dense")).isEqualTo(SparseVitConfig.base().withRate(1));
    assertThat(SparseVitConfig.named("lite-mlp")).isEqualTo(lite.withHead(Head.MLP));
    assertThat(SparseVitConfig.named("lite-rate2-single-scale"))
        .isEqualTo(lite.withRate(2).withHead(Head.SINGLE_SCALE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "small",
        "lite-",
        "lite-rate3",
        "lite-mlp-rate2",
        "lite-rate2-matching",
        "LITE"
      })
  void anotherNameIsRefusedWithTheOnesThereAre(String name) {
    assertThatThrownBy(() -> SparseVitConfig.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("base or lite");
  }
}
