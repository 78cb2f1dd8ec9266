/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.inference.DefinitionTraining;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.network.GoldenRule;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/** Holds the scripted form of training to the network's definition. */
class TrainingScriptModelTest {

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void close() {
    manager.close();
  }

  /** What one pass forward and back came to. */
  private record OnePass(
      double loss, Map<String, float[]> gradients, Map<String, float[]> buffers) {}

  @ParameterizedTest
  @CsvSource({"lite, 0", "lite-matching, 0", "lite-matching, 0.4", "base, 0.2"})
  void lossGradientsAndStatisticsAreTheDefinitionsInFloat32(String name, float dropPath)
      throws Exception {
    var expected = byDefinition(network(name, dropPath), 3);
    var actual = byScript(network(name, dropPath), ScriptPrecision.FLOAT32, 3);

    assertThat(actual.loss).isCloseTo(expected.loss, within(1e-5 * expected.loss));
    assertThat(actual.gradients).hasSameSizeAs(expected.gradients);
    expected.gradients.forEach(
        (key, gradient) ->
            assertThat(likeness(actual.gradients.get(key), gradient)).as(key).isGreaterThan(0.999));
    expected.buffers.forEach(
        (key, values) ->
            assertThat(likeness(actual.buffers.get(key), values)).as(key).isGreaterThan(0.99999));
  }

  @Test
  void shortNumbersKeepLossAndGradientAndGiveThemInFloat32() throws Exception {
    var expected = byDefinition(network("lite-matching", 0), 1);
    var actual = byScript(network("lite-matching", 0), ScriptPrecision.BFLOAT16, 1);

    assertThat(actual.loss).isCloseTo(expected.loss, within(0.01 * expected.loss));
    assertThat(likeness(joined(actual.gradients), joined(expected.gradients)))
        .isGreaterThan(0.99)
        .as("not float32 under another name")
        .isLessThan(0.999999);
  }

  @ParameterizedTest
  @CsvSource({"lite, TrainingScriptModel", "lite-mlp, DefinitionTraining"})
  void theFastestFormIsTheScriptForTheNetworksOwnHead(String name, String form) throws Exception {
    try (var model = FastestForm.forTraining(network(name, 0), PrecisionChoice.FLOAT32)) {
      assertThat(model.device()).isEqualTo("cpu, float32");
      assertThat(model.getClass().getSimpleName()).isEqualTo(form);
    }
  }

  private OnePass byDefinition(SparseVit network, int passes) {
    return pass(network, new DefinitionTraining(network), passes);
  }

  private OnePass byScript(SparseVit network, ScriptPrecision precision, int passes)
      throws Exception {
    try (var script = TrainingScriptModel.of(network, precision)) {
      return pass(network, script, passes);
    }
  }

  /** Several passes: PyTorch treats a script's third run differently. */
  private OnePass pass(SparseVit network, TrainingModel model, int passes) {
    double loss = 0;
    for (int i = 0; i < passes; i++) {
      Engine.getInstance().setRandomSeed(5 + i);
      try (var scratch = manager.newSubManager();
          var collector = Engine.getInstance().newGradientCollector()) {
        var images = GoldenRule.input(scratch, 2 * 128, 128).reshape(2, 3, 128, 128);
        var matches = model.takesMatches() ? SelfMatcher.match(images, SparseVit.DEVIATIONS) : null;
        var output = model.forward(new ParameterStore(scratch, false), images, matches);
        var sum = square(output.logits()).add(square(output.features().stage2()));
        for (var map : output.features().maps()) {
          sum = sum.add(square(map));
        }
        collector.backward(sum);
        loss += sum.getFloat();
      }
    }
    return new OnePass(
        loss, values(network, true, NDArray::getGradient), values(network, false, array -> array));
  }

  private static NDArray square(NDArray x) {
    return x.square().mean();
  }

  private SparseVit network(String name, float dropPath) {
    var network = new SparseVit(SparseVitConfig.named(name), dropPath).initialized(manager);
    GoldenRule.fill(network);
    return network;
  }

  private static Map<String, float[]> values(
      SparseVit network, boolean trained, UnaryOperator<NDArray> of) {
    var values = new LinkedHashMap<String, float[]>();
    network
        .state()
        .forEach(
            (key, parameter) -> {
              if (trained ? parameter.requiresGradient() : isStatistic(parameter)) {
                values.put(
                    key,
                    of.apply(parameter.getArray()).toType(DataType.FLOAT32, true).toFloatArray());
              }
            });
    return values;
  }

  private static boolean isStatistic(Parameter parameter) {
    return parameter.getType() == Parameter.Type.OTHER;
  }

  private static float[] joined(Map<String, float[]> gradients) {
    int size = gradients.values().stream().mapToInt(g -> g.length).sum();
    var all = new float[size];
    int at = 0;
    for (var gradient : gradients.values()) {
      System.arraycopy(gradient, 0, all, at, gradient.length);
      at += gradient.length;
    }
    return all;
  }

  /** 1 when both are the same, and never more, whichever is the longer. */
  private static double likeness(float[] one, float[] other) {
    double product = 0;
    double ownSquares = 0;
    double otherSquares = 0;
    for (int i = 0; i < one.length; i++) {
      product += (double) one[i] * other[i];
      ownSquares += (double) one[i] * one[i];
      otherSquares += (double) other[i] * other[i];
    }
    double longest = Math.max(ownSquares, otherSquares);
    return longest == 0 ? 1 : product / longest;
  }
}
