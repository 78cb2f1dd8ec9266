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
import java.util.stream.Stream;

/**
 * The body of a TorchScript function while it is written: single assignments, and the constants
 * that they refer to. Expressions are plain strings in TorchScript's serialized dialect.
 */
final class Script {

  /**
   * The method that has to be run before the first {@code forward}. Its argument is a zero; what it
   * returns is over 1 if this processor computes something else than was checked.
   */
  static final String PREPARE = "prepare";

  private final List<String> lines = new ArrayList<>();
  private final List<Constant> constants = new ArrayList<>();
  private final List<String> preparations = new ArrayList<>();

  /** A tensor that the script refers to, and the numbers it is stored in. */
  record Constant(ScriptTensor tensor, ScriptPrecision precision) {}

  /** A constant tensor as an expression. */
  String constant(ScriptTensor tensor, ScriptPrecision precision) {
    constants.add(new Constant(tensor, precision));
    return "self.c" + (constants.size() - 1);
  }

  /** Adds a line to what is done once, before anything is computed. */
  void beforehand(String line) {
    preparations.add(line);
  }

  /**
   * Checks beforehand that two variables hold the same on this processor.
   *
   * @param tolerance of the largest difference, relative to the largest number
   */
  void checked(String actual, String expected, double tolerance) {
    beforehand("difference = torch.max(torch.abs(torch.sub(" + actual + ", " + expected + ")))");
    beforehand("allowed = torch.mul(torch.max(torch.abs(" + expected + ")), " + tolerance + ")");
    beforehand("share = torch.div(difference, torch.add(allowed, 1e-30))");
    beforehand(
        "x = torch.maximum(x, torch.to(share, "
            + ScriptPrecision.FLOAT32.scalarType()
            + ", False, False, None))");
  }

  /** Assigns an expression to a new variable and returns the variable. */
  String let(String expression) {
    var name = "v" + lines.size();
    lines.add(name + " = " + expression);
    return name;
  }

  /** Assigns the result of an operator of PyTorch to a new variable and returns the variable. */
  String call(String operator, Object... arguments) {
    return let(expression(operator, arguments));
  }

  /** The result of an operator of PyTorch as an expression. */
  static String expression(String operator, Object... arguments) {
    return call(operator, Arrays.stream(arguments));
  }

  private static String call(String operator, Stream<Object> arguments) {
    return arguments.map(Object::toString).collect(Collectors.joining(", ", operator + "(", ")"));
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
    source.append("    return ").append(result).append('\n');
    source.append("  def ").append(PREPARE).append("(self: __torch__.Network,\n    x: Tensor)");
    source.append(" -> Tensor:\n");
    preparations.forEach(line -> source.append("    ").append(line).append('\n'));
    return source.append("    return x\n").toString();
  }
}
