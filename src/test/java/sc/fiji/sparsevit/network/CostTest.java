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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Published: 18.35 M and 5.46 G, 3.67 M and 2.06 G; the heads' Javadoc says what differs. */
  @ParameterizedTest
  @CsvSource({"ASPP, 18.03, 5.18", "AFF, 3.30, 2.03", "LFF, 0.66, 0.68"})
  void fusionsCostAboutWhatThePaperSays(Head fusion, double parameters, double products) {
    var cost = head(BASE.withHead(fusion));

    assertThat(cost.parameters() / 1e6).isCloseTo(parameters, within(0.005));
    assertThat(cost.fvcore() / 1e9).isCloseTo(products, within(0.005));
  }

  /** Beside the dense network without LFF; the paper states 1.01, 1.01, 1.02 and 1.03. */
  @ParameterizedTest
  @CsvSource({"SOBEL, 1.013", "BAYAR, 1.014", "SRM, 1.018", "DCT, 1.015"})
  void extractorsCostLittle(Extractor extractor, double multiple) {
    var plain = Cost.total(BASE.withRate(1).withHead(Head.SINGLE_SCALE), 512, 512);
    var filtered = Cost.total(BASE.withExtractor(extractor).withRate(1), 512, 512);

    assertThat((double) filtered.products() / plain.products()).isCloseTo(multiple, within(5e-4));
  }

  /** As their papers state them, less classifiers and class attention, plus positions. */
  @ParameterizedTest
  @CsvSource({"vit-base, 86.4", "volo-base, 23.2"})
  void otherEncodersHaveTheirSize(String name, double parameters) {
    assertThat(Cost.total(SparseVitConfig.named(name), 512, 512).parameters() / 1e6)
        .isCloseTo(parameters, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"base", "lite-matching-srm", "lite-aspp", "vit-lite", "volo-lite-bayar-aff"})
  void partsShareAllParametersAmongThem(String name) {
    var config = SparseVitConfig.named(name);

    assertThat(Cost.total(config, 512, 512).parameters())
        .isEqualTo(new SparseVit(config).parameterCount());
  }

  private static Cost head(SparseVitConfig config) {
    var parts = Cost.of(config, 512, 512);
    return parts.get(parts.size() - 1);
  }
}
