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
 * that they refer to. Expressions are plain strings in TorchScript's serialised dialect.
 */
final class Script {

  private final List<String> lines = new ArrayList<>();
  private final List<Tensor> constants = new ArrayList<>();

  /** A constant tensor as an expression. */
  String constant(Tensor tensor) {
    constants.add(tensor);
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
            .collect(Collectors.joining(", ", "torch." + operator + "(", ")")));
  }

  /** The length of an axis of a tensor. */
  String size(String tensor, int axis) {
    return call("size", tensor, axis);
  }

  List<Tensor> constants() {
    return constants;
  }

  /** The whole source of a module whose {@code forward} takes x and returns the given variable. */
  String source(String result) {
    var source = new StringBuilder("class Network(Module):\n");
    source.append("  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
    for (int i = 0; i < constants.size(); i++) {
      source.append("  c").append(i).append(" : Tensor\n");
    }
    source.append("  def forward(self: __torch__.Network,\n    x: Tensor) -> Tensor:\n");
    lines.forEach(line -> source.append("    ").append(line).append('\n'));
    return source.append("    return ").append(result).append('\n').toString();
  }
}
