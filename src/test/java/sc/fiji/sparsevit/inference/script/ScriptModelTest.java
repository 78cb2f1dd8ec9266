/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.inference.NetworkModel;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.network.GoldenRule;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** Holds the faster form to the network's definition. */
class ScriptModelTest {

  @ParameterizedTest
  @CsvSource({
    "lite, 1, 256, 384, ONE_DNN",
    "lite, 2, 128, 128, ONE_DNN",
    "lite, 1, 512, 512, ONE_DNN",
    "lite, 2, 128, 256, PORTABLE",
    "base, 1, 128, 384, ONE_DNN",
    "lite-matching, 1, 256, 384, ONE_DNN",
    "lite-matching, 2, 128, 256, PORTABLE",
    "lite-sobel, 2, 128, 256, PORTABLE",
    "lite-bayar, 1, 128, 256, ONE_DNN",
    "lite-srm-dense, 1, 256, 128, ONE_DNN",
    "lite-matching-dct, 2, 128, 256, ONE_DNN",
  })
  void equalsTheDefinition(String name, int n, int height, int width, ScriptOperators operators)
      throws Exception {
    // Its operators are not in every build of PyTorch; those for desktop processors have them.
    assumeTrue(
        operators == ScriptOperators.PORTABLE || isDesktop(),
        "PyTorch has oneDNN's operators on x86 only");
    try (var manager = NDManager.newBaseManager(Device.cpu())) {
      var network = GoldenRule.network(manager, SparseVitConfig.named(name));
      var definition = new NetworkModel(manager.newSubManager(), network);
      float[] images = GoldenRule.input(manager, n * height, width).toFloatArray();
      float[] expected = definition.probabilities(images, n, height, width);
      try (var script =
          ScriptModel.of(
              network.config(),
              WeightSource.of(network),
              ScriptPrecision.FLOAT32,
              Device.cpu(),
              operators)) {
        float[] actual = script.probabilities(images, n, height, width);

        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
          assertThat(actual[i]).as("pixel " + i).isCloseTo(expected[i], within(1e-3f));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"lite, script", "lite-mlp, definition", "vit-lite, definition", "lite-srm, script"})
  void theFastestFormIsTheScriptForTheNetworksOwnHead(String name, String form) throws Exception {
    var manager = NDManager.newBaseManager(Device.cpu());
    var network = GoldenRule.network(manager, SparseVitConfig.named(name));
    try (var model = FastestForm.of(network, manager, PrecisionChoice.FLOAT32)) {
      assertThat(model.device()).isEqualTo("cpu, float32");
      assertThat(model instanceof ScriptModel).isEqualTo(form.equals("script"));
    }
  }

  @Test
  void autoTakesWhatIsNativeAndSaysSo() throws Exception {
    var manager = NDManager.newBaseManager(Device.cpu());
    var network = GoldenRule.network(manager, SparseVitConfig.lite());
    try (var model = FastestForm.of(network, manager, PrecisionChoice.AUTO)) {
      assertThat(model.device()).isEqualTo("cpu, " + NativePrecision.of(Device.cpu()));
    }
  }

  private static boolean isDesktop() {
    return Stream.of("amd64", "x86_64").anyMatch(System.getProperty("os.arch")::equals)
        && !System.getProperty("os.name").startsWith("Mac");
  }
}
