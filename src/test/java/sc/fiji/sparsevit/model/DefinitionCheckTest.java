/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionCheckTest {

  @ParameterizedTest
  @CsvSource({"0, true", "0.00001, true", "0.0011, false", "0.27, false", "NaN, false"})
  void aMapOtherThanTheDefinitionsIsNotPassed(float difference, boolean passed) {
    assertThat(new DefinitionCheck(difference).passed()).isEqualTo(passed);
  }
}
