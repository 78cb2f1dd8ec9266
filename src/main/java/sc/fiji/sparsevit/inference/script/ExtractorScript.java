/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.Locale;
import sc.fiji.sparsevit.network.Extractor;

/** Writes an extractor's filter: from the input x, (N, 3, H, W), to its response, in float32. */
final class ExtractorScript {

  private static final String FLOAT64 = "7";

  private final Script script;
  private final Extractor extractor;

  ExtractorScript(Script script, Extractor extractor) {
    this.script = script;
    this.extractor = extractor;
  }

  /**
   * @param weights hold the filter's under {@code key}, where it has any
   * @return a variable with the response, (N, H, W, responses)
   */
  String response(FoldedWeights weights, String key) {
    return script.channelsLast(
        switch (extractor) {
          case SOBEL -> magnitude(convolution(extractor.kernels(new float[0]), 3));
          case SRM -> convolution(extractor.kernels(new float[0]), 5);
          case BAYAR -> convolution(extractor.kernels(weights.tensor(key + ".weight").values()), 5);
          case DCT -> highFrequencies();
        });
  }

  private String convolution(float[] kernels, int side) {
    var tensor =
        new ScriptTensor(new long[] {kernels.length / (3L * side * side), 3, side, side}, kernels);
    int half = side / 2;
    return script.call(
        "torch.conv2d",
        "x",
        script.constant(tensor, ScriptPrecision.FLOAT32),
        "None",
        "[1, 1]",
        String.format(Locale.ROOT, "[%d, %d]", half, half),
        "[1, 1]",
        1);
  }

  private String magnitude(String gradients) {
    var squares = script.call("torch.mul", gradients, gradients);
    return script.call("torch.sqrt", script.call("torch.sum", squares, "[1]", "True"));
  }

  /** As the definition has it: without what the lowest coefficients make of the image. */
  private String highFrequencies() {
    var down = basis(script.size("x", 2));
    var across = basis(script.size("x", 3));
    var rows = script.call("torch.matmul", down, "x");
    var coefficients = script.call("torch.matmul", rows, script.call("torch.t", across));
    var back = script.call("torch.matmul", coefficients, across);
    var low = script.call("torch.matmul", script.call("torch.t", down), back);
    var high = script.call("torch.sub", "x", low);
    var lowest = script.call("torch.amin", high, "[1, 2, 3]", "True");
    var highest = script.call("torch.amax", high, "[1, 2, 3]", "True");
    var range = script.call("torch.sub", highest, lowest);
    var floor = script.call("torch.clamp_min", range, Extractor.DCT_FLAT);
    return script.call("torch.div", script.call("torch.sub", high, lowest), floor);
  }

  /** (low frequencies, side) in float32. */
  private String basis(String side) {
    var at = script.call("torch.add", arange(side), 0.5);
    var frequency = arange(script.call("torch.floordiv", side, Extractor.DCT_LOWEST));
    var column = script.call("torch.unsqueeze", frequency, 1);
    var angles = script.call("torch.mul", column, script.call("torch.unsqueeze", at, 0));
    var radians = script.call("torch.div", script.call("torch.mul", angles, Math.PI), side);
    var varying =
        script.call(
            "torch.to", script.call("torch.gt", column, 0), FLOAT64, "False", "False", "None");
    var squares = script.call("torch.div", script.call("torch.add", varying, 1), side);
    var cosines =
        script.call(
            "torch.mul", script.call("torch.cos", radians), script.call("torch.sqrt", squares));
    return script.to(ScriptPrecision.FLOAT32, cosines);
  }

  private String arange(String end) {
    return script.call(
        "torch.arange",
        end,
        "dtype=" + FLOAT64,
        "layout=None",
        "device=" + script.call("ops.prim.device", "x"),
        "pin_memory=None");
  }
}
