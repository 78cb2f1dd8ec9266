/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.WindowModel;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** Runs the scripted form of a network. */
public final class ScriptModel implements WindowModel {

  private final Model model;
  private final int multiple;
  private final String device;

  private ScriptModel(Model model, int multiple, String device) {
    this.model = model;
    this.multiple = multiple;
    this.device = device;
  }

  /** Whether a network of this configuration has a scripted form. */
  public static boolean supports(SparseVitConfig config) {
    return NetworkScript.supports(config);
  }

  /**
   * The scripted form on the CPU, in float32.
   *
   * @param network frozen; not needed any more afterwards
   */
  public static ScriptModel of(SparseVit network) throws IOException {
    return of(network, ScriptPrecision.FLOAT32);
  }

  static ScriptModel of(SparseVit network, ScriptPrecision precision) throws IOException {
    var file = Files.createTempFile("sparsevit", ".pt");
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        NetworkScript.write(network, precision).write(out);
      }
      var model = EngineContext.call(() -> Model.newInstance("sparsevit", Device.cpu(), "PyTorch"));
      try {
        model.load(file);
      } catch (MalformedModelException e) {
        model.close();
        throw new IOException("PyTorch refuses the generated network: " + e.getMessage(), e);
      }
      return new ScriptModel(model, network.config().inputMultiple(), "cpu, " + precision);
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public int multiple() {
    return multiple;
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
            return model
                .getBlock()
                .forward(new ParameterStore(scratch, false), new NDList(input), false)
                .singletonOrThrow()
                .toFloatArray();
          }
        });
  }

  @Override
  public String device() {
    return device;
  }

  @Override
  public void close() {
    model.close();
  }
}
