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
    assertThat(SparseVitConfig.named("base-srm-dense-aff"))
        .isEqualTo(
            SparseVitConfig.base().withExtractor(Extractor.SRM).withRate(1).withHead(Head.AFF));
    assertThat(SparseVitConfig.named("lite-lff")).isEqualTo(lite);
    assertThat(SparseVitConfig.named("vit-lite-dense").backbone()).isEqualTo(Backbone.VIT);
    assertThat(SparseVitConfig.named("volo-base-lff").head()).isEqualTo(Head.LFF);
  }

  @Test
  void matchingIsThePapersEncodersAlone() {
    assertThatThrownBy(() -> SparseVitConfig.named("vit-lite-matching"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only base and lite");
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
        "lite-rate2-srm",
        "vit",
        "vit-lite-aspp-dense",
        "LITE"
      })
  void anotherNameIsRefusedWithTheOnesThereAre(String name) {
    assertThatThrownBy(() -> SparseVitConfig.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("base, lite, vit-base");
  }
}
