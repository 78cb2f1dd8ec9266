/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.inference.NetworkModel;
import sc.fiji.sparsevit.network.GoldenRule;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** Holds the faster form to the network's definition. */
class ScriptModelTest {

  @ParameterizedTest
  @CsvSource({"lite, 1, 256, 384", "lite, 2, 128, 128", "lite, 1, 512, 512", "base, 1, 128, 384"})
  void equalsTheDefinition(String name, int n, int height, int width) throws Exception {
    var config = name.equals("base") ? SparseVitConfig.base() : SparseVitConfig.lite();
    try (var manager = NDManager.newBaseManager()) {
      var network = GoldenRule.network(manager, config);
      var definition = new NetworkModel(manager.newSubManager(), network);
      float[] images = GoldenRule.input(manager, n * height, width).toFloatArray();
      float[] expected = definition.probabilities(images, n, height, width);
      try (var script = ScriptModel.of(network, ScriptPrecision.FLOAT32)) {
        float[] actual = script.probabilities(images, n, height, width);

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
          assertThat(actual[i]).as("pixel " + i).isCloseTo(expected[i], within(1e-3f));
        }
      }
    }
  }
}
