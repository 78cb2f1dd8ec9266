/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.script.FoldedWeights.Affine;

class ScriptOperatorsTest {

  private static final int ROWS = 20;
  private static final int INPUTS = 48;

  /** oneDNN 3.7 fills up the last block of some of these wrongly if they are arranged for it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 24, 32, 40, 48, 64, 80, 96, 134, 160, 192, 320})
  void aLinearLayerOfAnyWidthIsThePortableOne(int outputs) throws Exception {
    float[] expected = linear(ScriptOperators.PORTABLE, outputs);
    float[] actual = linearOfOneDnn(outputs);

    assertThat(actual).hasSize(ROWS * outputs);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).as("output " + i % outputs).isCloseTo(expected[i], within(1e-3f));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "torch.mul(expected, 1.001)",
        "torch.zeros_like(x)",
        "torch.log(torch.neg(expected))"
      })
  void aFasterOperatorThatComputesSomethingElseIsRefused(String actual) {
    assertThatThrownBy(() -> checked(actual).load(Device.cpu()))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageContaining("on this processor");
  }

  @Test
  void roundingIsNotSomethingElse() throws Exception {
    checked("torch.mul(expected, 1.00001)").load(Device.cpu()).close();
  }

  /** A script that takes ones for a product, and something for what a processor makes of it. */
  private static ScriptArchive checked(String actual) {
    var script = new Script();
    script.beforehand("expected = torch.ones_like(x)");
    script.beforehand("actual = " + actual);
    script.checked("actual", "expected", ScriptPrecision.FLOAT32.tolerance());
    return new ScriptArchive(script.source(List.of("x"), "x"), script.constants());
  }

  private static float[] linearOfOneDnn(int outputs) throws Exception {
    try {
      return linear(ScriptOperators.ONE_DNN, outputs);
    } catch (EngineException e) {
      assumeTrue(false, "this build of PyTorch lacks oneDNN's operators");
      throw e;
    }
  }

  private static float[] linear(ScriptOperators operators, int outputs) throws Exception {
    var random = new Random(outputs);
    var weight = new ScriptTensor(new long[] {outputs, INPUTS}, normal(outputs * INPUTS, random));
    var bias = new ScriptTensor(new long[] {outputs}, normal(outputs, random));
    float[] input = normal(ROWS * INPUTS, random);
    var script = new Script();
    var result = operators.linear(script, "x", new Affine(weight, bias), ScriptPrecision.FLOAT32);
    var archive = new ScriptArchive(script.source(List.of("x"), result), script.constants());
    try (var model = archive.load(Device.cpu())) {
      return EngineContext.call(
          () -> {
            try (var scratch = model.getNDManager().newSubManager()) {
              var inputs = new NDList(scratch.create(input, new Shape(ROWS, INPUTS)));
              return model
                  .getBlock()
                  .forward(new ParameterStore(scratch, false), inputs, false)
                  .singletonOrThrow()
                  .toFloatArray();
            }
          });
    }
  }

  private static float[] normal(int length, Random random) {
    var values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
