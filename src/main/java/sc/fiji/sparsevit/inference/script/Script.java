/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The body of a TorchScript function while it is written: single assignments, and the constants
 * that they refer to. Expressions are plain strings in TorchScript's serialized dialect.
 */
final class Script {

  private final List<String> lines = new ArrayList<>();
  private final List<Constant> constants = new ArrayList<>();

  /** A tensor that the script refers to, and the numbers it is stored in. */
  record Constant(ScriptTensor tensor, ScriptPrecision precision) {}

  /** A constant tensor as an expression. */
  String constant(ScriptTensor tensor, ScriptPrecision precision) {
    constants.add(new Constant(tensor, precision));
    return "self.c" + (constants.size() - 1);
  }

  /** Assigns an expression to a new variable and returns the variable. */
  String let(String expression) {
    var name = "v" + lines.size();
    lines.add(name + " = " + expression);
    return name;
  }

  /** Assigns the result of an operator of PyTorch to a new variable and returns the variable. */
  String call(String operator, Object... arguments) {
    return let(
        Arrays.stream(arguments)
            .map(Object::toString)
            .collect(Collectors.joining(", ", operator + "(", ")")));
  }

  /** The same numbers in another precision. */
  String to(ScriptPrecision precision, String x) {
    return call("torch.to", x, precision.scalarType(), "False", "False", "None");
  }

  /** Sees (N, H, W, C) as (N, C, H, W), in the same memory. */
  String channelsFirst(String x) {
    return call("torch.permute", x, "[0, 3, 1, 2]");
  }

  /** Sees (N, C, H, W) as (N, H, W, C), in the same memory. */
  String channelsLast(String x) {
    return call("torch.permute", x, "[0, 2, 3, 1]");
  }

  /** The length of an axis of a tensor. */
  String size(String tensor, int axis) {
    return call("torch.size", tensor, axis);
  }

  List<Constant> constants() {
    return constants;
  }

  /**
   * The whole source of a module whose {@code forward} takes tensors of the given names and returns
   * the given variable.
   */
  String source(List<String> inputs, String result) {
    return source(inputs, "Tensor", result);
  }

  /** The same with another type of result than a tensor. */
  String source(List<String> inputs, String type, String result) {
    var source = new StringBuilder("class Network(Module):\n");
    source.append("  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
    for (int i = 0; i < constants.size(); i++) {
      source.append("  c").append(i).append(" : Tensor\n");
    }
    source.append("  def forward(self: __torch__.Network");
    inputs.forEach(input -> source.append(",\n    ").append(input).append(": Tensor"));
    source.append(") -> ").append(type).append(":\n");
    lines.forEach(line -> source.append("    ").append(line).append('\n'));
    return source.append("    return ").append(result).append('\n').toString();
  }
}
