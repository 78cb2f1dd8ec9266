/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.script.FoldedWeights.Affine;

/**
 * How fast PyTorch multiplies large square matrices on the CPU, in 10^9 operations a second: what
 * the speed of a network is measured by.
 */
public final class ProductRate {

  private static final int SIDE = 1536;
  private static final int PRODUCTS = 4;
  private static final int REPETITIONS = 4;

  private ProductRate() {}

  /** PyTorch's own product in float32. */
  public static double float32() throws IOException {
    try {
      return measure(ScriptPrecision.FLOAT32, ScriptOperators.PORTABLE);
    } catch (EngineException | MalformedModelException e) {
      throw new IOException("PyTorch failed to multiply matrices: " + e.getMessage(), e);
    }
  }

  /** oneDNN's product in float32; empty where this build of PyTorch has no such operator. */
  public static OptionalDouble oneDnn() throws IOException {
    try {
      return OptionalDouble.of(measure(ScriptPrecision.FLOAT32, ScriptOperators.ONE_DNN));
    } catch (EngineException | MalformedModelException e) {
      return OptionalDouble.empty();
    }
  }

  /** PyTorch's own product in bfloat16; empty where the CPU only imitates it. */
  public static OptionalDouble bfloat16() throws IOException {
    if (NativePrecision.of(Device.cpu()) != ScriptPrecision.BFLOAT16) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(measure(ScriptPrecision.BFLOAT16, ScriptOperators.PORTABLE));
    } catch (EngineException | MalformedModelException e) {
      return OptionalDouble.empty();
    }
  }

  private static double measure(ScriptPrecision precision, ScriptOperators operators)
      throws IOException, MalformedModelException {
    try (var model = script(precision, operators).load(Device.cpu())) {
      double fastest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < REPETITIONS; i++) {
        fastest = Math.min(fastest, EngineContext.call(() -> seconds(model)));
      }
      return 2e-9 * PRODUCTS * SIDE * SIDE * SIDE / fastest;
    }
  }

  private static double seconds(Model model) {
    try (var scratch = model.getNDManager().newSubManager()) {
      var input = new NDList(scratch.ones(new Shape(SIDE, SIDE)));
      var store = new ParameterStore(scratch, false);
      long start = System.nanoTime();
      model.getBlock().forward(store, input, false).singletonOrThrow().getFloat();
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Some products in a row, and one number of the last. */
  private static ScriptArchive script(ScriptPrecision precision, ScriptOperators operators) {
    var script = new Script();
    var values = new float[SIDE * SIDE];
    Arrays.fill(values, 1f / SIDE);
    var matrix = new Affine(new ScriptTensor(new long[] {SIDE, SIDE}, values), zeros());
    var x = script.to(precision, "x");
    for (int i = 0; i < PRODUCTS; i++) {
      x = operators.linear(script, x, matrix, precision);
    }
    var row = script.call("torch.select", script.to(ScriptPrecision.FLOAT32, x), 0, 0);
    return new ScriptArchive(
        script.source(List.of("x"), script.call("torch.select", row, 0, 0)), script.constants());
  }

  private static ScriptTensor zeros() {
    return new ScriptTensor(new long[] {SIDE}, new float[SIDE]);
  }
}
