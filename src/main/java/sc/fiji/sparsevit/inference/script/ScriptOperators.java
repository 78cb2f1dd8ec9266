/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.Arrays;
import sc.fiji.sparsevit.inference.script.FoldedWeights.Affine;

/**
 * How a script writes the layers that take the time. Maps are (N, H, W, C), in the numbers that
 * weights are to be in; a depthwise convolution keeps their grid.
 */
enum ScriptOperators {
  /**
   * oneDNN's, with GELU inside. PyTorch's own linear layer goes to MKL, which halves its vectors on
   * processors that are not Intel's. Only for CPUs, and not every build has them.
   */
  ONE_DNN {
    @Override
    String linear(Script script, String x, Affine affine, ScriptPrecision numbers) {
      return linear(script, x, affine, numbers, "none");
    }

    @Override
    String linearThenGelu(Script script, String x, Affine affine, ScriptPrecision numbers) {
      return linear(script, x, affine, numbers, "gelu");
    }

    @Override
    String depthwise(Script script, String x, Affine affine, ScriptPrecision numbers) {
      return depthwise(script, x, affine, numbers, "none");
    }

    @Override
    String depthwiseThenGelu(Script script, String x, Affine affine, ScriptPrecision numbers) {
      return depthwise(script, x, affine, numbers, "gelu");
    }

    private String linear(
        Script script, String x, Affine affine, ScriptPrecision numbers, String then) {
      var weight = weight(script, affine.weight(), numbers);
      return script.let(linear(x, weight, script.constant(affine.bias(), numbers), then));
    }

    private String linear(String x, String weight, String bias, String then) {
      return Script.expression(
          "ops.mkldnn._linear_pointwise",
          x,
          weight,
          bias,
          quoted(then),
          NO_SCALARS,
          quoted("none"));
    }

    /**
     * Arranged once for the processor where that leaves no rest: oneDNN 3.7 fills up the last block
     * of a matrix wrongly on some processors with AVX-512 (its issue 3280). The product with its
     * own first rows is compared with PyTorch's, whatever the processor.
     */
    private String weight(Script script, ScriptTensor tensor, ScriptPrecision numbers) {
      var weight = script.constant(tensor, numbers);
      script.beforehand("rows = torch.slice(" + weight + ", 0, 0, " + CHECKED_ROWS + ")");
      script.beforehand("expected = torch.linear(rows, " + weight + ", None)");
      if (tensor.outputs() % LARGEST_BLOCK == 0) {
        script.beforehand(weight + " = ops.mkldnn._reorder_linear_weight(" + weight + ", None)");
      }
      script.beforehand("actual = " + linear("rows", weight, "None", "none"));
      script.checked("actual", "expected", numbers.tolerance());
      return weight;
    }

    private String depthwise(
        Script script, String x, Affine affine, ScriptPrecision numbers, String then) {
      var convolved =
          script.call(
              "ops.mkldnn._convolution_pointwise",
              script.channelsFirst(x),
              script.constant(affine.weight(), numbers),
              script.constant(affine.bias(), numbers),
              padding(affine),
              "[1, 1]",
              "[1, 1]",
              affine.weight().outputs(),
              quoted(then),
              NO_SCALARS,
              quoted("none"));
      return script.channelsLast(convolved);
    }
  },

  /** PyTorch's own, which every build has on every device. */
  PORTABLE {
    @Override
    String linear(Script script, String x, Affine affine, ScriptPrecision numbers) {
      return script.call(
          "torch.linear",
          x,
          script.constant(affine.weight(), numbers),
          script.constant(affine.bias(), numbers));
    }

    @Override
    String linearThenGelu(Script script, String x, Affine affine, ScriptPrecision numbers) {
      return script.call("torch.gelu", linear(script, x, affine, numbers));
    }

    @Override
    String depthwise(Script script, String x, Affine affine, ScriptPrecision numbers) {
      var convolved =
          script.call(
              "torch.conv2d",
              script.channelsFirst(x),
              script.constant(affine.weight(), numbers),
              script.constant(affine.bias(), numbers),
              "[1, 1]",
              padding(affine),
              "[1, 1]",
              affine.weight().outputs());
      return script.channelsLast(convolved);
    }

    @Override
    String depthwiseThenGelu(Script script, String x, Affine affine, ScriptPrecision numbers) {
      return script.call("torch.gelu", depthwise(script, x, affine, numbers));
    }
  };

  /** The widest blocks of outputs that oneDNN divides a matrix into. */
  private static final int LARGEST_BLOCK = 64;

  private static final int CHECKED_ROWS = 16;

  private static final String NO_SCALARS = "annotate(List[Optional[number]], [])";

  abstract String linear(Script script, String x, Affine affine, ScriptPrecision numbers);

  abstract String linearThenGelu(Script script, String x, Affine affine, ScriptPrecision numbers);

  abstract String depthwise(Script script, String x, Affine affine, ScriptPrecision numbers);

  abstract String depthwiseThenGelu(
      Script script, String x, Affine affine, ScriptPrecision numbers);

  /** Half the kernel on every side. */
  private static String padding(Affine affine) {
    int half = (int) affine.weight().shape()[2] / 2;
    return Arrays.toString(new int[] {half, half});
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
