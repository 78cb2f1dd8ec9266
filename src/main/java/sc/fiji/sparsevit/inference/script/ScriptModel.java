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
import java.nio.FloatBuffer;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.NativeMemory;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.inference.Window;
import sc.fiji.sparsevit.inference.WindowModel;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.matching.SelfMatcher;

/** Runs the scripted form of a network. */
final class ScriptModel implements WindowModel {

  /**
   * Fills a card, and lets all processors look for copies; on the CPU several windows together are
   * no faster (docs/performance.md).
   */
  private static final int ON_GPU = 16;

  private final Model model;
  private final Window window;
  private final boolean matching;
  private final String device;

  private ScriptModel(Model model, SparseVitConfig config, String device) {
    this.model = model;
    window = SparseVitWindow.of(config);
    matching = config.matching();
    this.device = device;
  }

  /**
   * The scripted form, which has been seen to compute.
   *
   * @param weights not needed any more afterwards
   * @throws IOException if PyTorch refuses it in every way of writing it
   */
  static ScriptModel of(
      SparseVitConfig config, WeightSource weights, ScriptPrecision precision, Device device)
      throws IOException {
    if (!device.isGpu()) {
      try {
        return of(config, weights, precision, device, ScriptOperators.ONE_DNN);
      } catch (EngineException | MalformedModelException withoutOneDnn) {
        // Not every build of PyTorch has its operators, and not on every processor are they right;
        // the portable ones do the same.
      }
    }
    try {
      return of(config, weights, precision, device, ScriptOperators.PORTABLE);
    } catch (EngineException | MalformedModelException e) {
      throw new IOException("PyTorch rejects the generated network: " + e.getMessage(), e);
    }
  }

  static ScriptModel of(
      SparseVitConfig config,
      WeightSource weights,
      ScriptPrecision precision,
      Device device,
      ScriptOperators operators)
      throws IOException, MalformedModelException {
    var model = NetworkScript.write(config, weights, precision, operators).load(device);
    var name = Devices.name(device) + ", " + precision;
    var script = new ScriptModel(model, config, name);
    try {
      int side = script.window.multiple();
      script.probabilities(new float[3 * side * side], 1, side, side);
      return script;
    } catch (RuntimeException e) {
      script.close();
      throw e;
    }
  }

  @Override
  public Window window() {
    return window;
  }

  @Override
  public int windowsAtOnce() {
    return model.getNDManager().getDevice().isGpu() ? ON_GPU : 1;
  }

  @Override
  public float[] probabilities(float[] images, int n, int height, int width) {
    return EngineContext.call(
        () -> {
          try (var scratch = model.getNDManager().newSubManager()) {
            var input =
                scratch.create(
                    FloatBuffer.wrap(images, 0, n * 3 * height * width),
                    new Shape(n, 3, height, width));
            var inputs = new NDList(input);
            if (matching) {
              var matches = SelfMatcher.match(input, SparseVit.DEVIATIONS);
              inputs.add(matches.evidence());
              inputs.add(matches.partners());
            }
            return forward(new ParameterStore(scratch, false), inputs)
                .singletonOrThrow()
                .toFloatArray();
          }
        });
  }

  /**
   * On a GPU as it is written: what PyTorch makes of a script after watching it needs a compiler at
   * run time, and starts again for every size of picture.
   */
  private NDList forward(ParameterStore store, NDList inputs) {
    var network = model.getBlock();
    return model.getNDManager().getDevice().isGpu()
        ? AsWritten.run(() -> network.forward(store, inputs, false))
        : network.forward(store, inputs, false);
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public void close() {
    model.close();
    NativeMemory.giveBack();
  }
}
