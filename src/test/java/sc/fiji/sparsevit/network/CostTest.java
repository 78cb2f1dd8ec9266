/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.nn.Parameter;
import org.junit.jupiter.api.Test;

/** The figures of the paper that concern SparseViT, in units of 10^9 and 10^6. */
class CostTest {

  private static final SparseVitConfig BASE = SparseVitConfig.base();

  @Test
  void baseCostsWhatThePaperSays() {
    var total = Cost.total(BASE, 512, 512);

    assertThat(total.products() / 1e9).isCloseTo(46.03, within(0.005));
    assertThat(total.fvcore() / 1e9).isCloseTo(46.17, within(0.005));
    assertThat(total.parameters()).isEqualTo(50_345_921);
  }

  /** The published dense figures are fvcore's; the products alone are 0.13 G less. */
  @Test
  void denseAttentionCostsAFifthMore() {
    var sparse = Cost.total(BASE, 512, 512);
    var dense = Cost.total(BASE.withRate(1), 512, 512);
    double denseEncoder = dense.fvcore() - head(BASE.withRate(1)).fvcore();

    assertThat(dense.fvcore() / 1e9).isCloseTo(55.33, within(0.01));
    assertThat(denseEncoder / 1e9).isCloseTo(54.65, within(0.01));
    assertThat(sparse.fvcore() / denseEncoder).isCloseTo(0.84, within(0.005));
    assertThat(dense.products() / 1e9).isCloseTo(55.20, within(0.005));
  }

  @Test
  void theFusionHeadIsSmall() {
    assertThat(head(BASE).parameters()).isEqualTo(662_017);
    assertThat(head(BASE).products() / 1e9).isCloseTo(0.68, within(0.01));
  }

  @Test
  void costGrowsWithTheInputsArea() {
    var one = Cost.total(SparseVitConfig.lite().withHead(Head.SINGLE_SCALE), 256, 256);
    var four = Cost.total(SparseVitConfig.lite().withHead(Head.SINGLE_SCALE), 512, 512);

    // Attention grows faster than the area, everything else as fast.
    assertThat((double) four.products() / one.products()).isBetween(4.0, 5.0);
    assertThat(four.parameters()).isEqualTo(one.parameters());
  }

  @Test
  void matchingIsAPartOfItsOwn() {
    var lite = SparseVitConfig.lite();
    var matching = Cost.total(lite.withMatching(), 512, 512);
    var part = Cost.of(lite.withMatching(), 512, 512).get(4);
    long parameters =
        new SparseVit(lite.withMatching())
            .state().values().stream()
                .filter(parameter -> parameter.getType() != Parameter.Type.OTHER)
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();

    assertThat(part.part()).isEqualTo("matching");
    assertThat(matching.parameters()).isEqualTo(parameters);
    assertThat(matching.products())
        .isEqualTo(Cost.total(lite, 512, 512).products() + part.products());
    // 123 x 62 places, with each of which 31 x 62 tokens are compared, 24 numbers each.
    assertThat(part.products()).isGreaterThan(123L * 62 * 62 * 31 * 24);
  }

  private static Cost head(SparseVitConfig config) {
    var parts = Cost.of(config, 512, 512);
    return parts.get(parts.size() - 1);
  }
}
