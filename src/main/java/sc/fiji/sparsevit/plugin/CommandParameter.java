/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.scijava.command.CommandModuleItem;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import sc.fiji.sparsevit.io.WordList;

/** One value that the user gives to a command, read from and written into the command's module. */
record CommandParameter(Module module, ModuleItem<?> item) {

  /** As people write numbers; Java would also take 0.5f and 0x1p3. */
  private static final String NUMBER = "[-+]?[0-9]*[.]?[0-9]+([eE][-+]?[0-9]+)?";

  /**
   * The parameters of a module, in the order in which people are asked: first the command's own,
   * then those it shares with ever more commands. An image is none.
   */
  static List<CommandParameter> of(Module module) {
    return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
        .filter(item -> item.getType() != ImagePlus.class)
        .sorted(Comparator.comparing(CommandParameter::generation).reversed())
        .map(item -> new CommandParameter(module, item))
        .toList();
  }

  /** How many classes stand above the one that declares it. */
  private static int generation(ModuleItem<?> item) {
    int above = 0;
    var type = ((CommandModuleItem<?>) item).getField().getDeclaringClass();
    while (type.getSuperclass() != null) {
      type = type.getSuperclass();
      above++;
    }
    return above;
  }

  String name() {
    return item.getName();
  }

  boolean isNumber() {
    return item.getType() != String.class;
  }

  /** Any text will do. */
  boolean isText() {
    return !isNumber() && choices().isEmpty();
  }

  List<String> choices() {
    return item.getChoices() == null
        ? List.of()
        : item.getChoices().stream().map(String::valueOf).toList();
  }

  Object value() {
    return module.getInput(name());
  }

  /**
   * Checks the value that is there already, from a script perhaps.
   *
   * @throws IllegalArgumentException as {@link #set} does
   */
  void check() {
    var value = value();
    boolean whole = isWhole() && value instanceof Number number && isWhole(number.doubleValue());
    set(
        whole
            ? Long.toString(((Number) value).longValue())
            : value == null ? "" : value.toString());
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number);
  }

  /**
   * @throws IllegalArgumentException naming the parameter and the value, if it is not a number
   *     where there has to be one, out of range or not among the choices
   */
  void set(String text) {
    module.setInput(name(), isNumber() ? number(text) : choice(text));
  }

  private Number number(String text) {
    if (text.matches(NUMBER)) {
      try {
        var number = isWhole() ? (Number) Integer.valueOf(text) : Double.valueOf(text);
        if (inRange(number.doubleValue())) {
          return number;
        }
      } catch (NumberFormatException notWhole) {
        // the message below says what a number is here
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s is %s %s, not \"%s\"",
            name(),
            isWhole() ? "a whole number" : "a number",
            range(),
            text));
  }

  /** Told by the default, for the field itself takes anything. */
  boolean isWhole() {
    return defaultValue() instanceof Integer;
  }

  /** The parameter's value if it is not given. */
  Object defaultValue() {
    return item.getDefaultValue();
  }

  private boolean inRange(double number) {
    return (minimum() == null || number >= minimum()) && (maximum() == null || number <= maximum());
  }

  String range() {
    var from = "from " + shown(minimum());
    return maximum() == null ? from : from + " to " + shown(maximum());
  }

  private String shown(Double number) {
    return isWhole() ? Long.toString(number.longValue()) : number.toString();
  }

  /** Null if there is none. */
  Double minimum() {
    return limit(item.getMinimumValue());
  }

  /** Null if there is none. */
  Double maximum() {
    return limit(item.getMaximumValue());
  }

  /** Null if there is none. */
  Double step() {
    return limit(item.getStepSize());
  }

  private static Double limit(Object declared) {
    return declared == null ? null : Double.valueOf(declared.toString());
  }

  private String choice(String text) {
    if (isText() || choices().contains(text)) {
      return text;
    }
    throw new IllegalArgumentException(
        String.format(Locale.ROOT, "%s is %s, not \"%s\"", name(), WordList.or(choices()), text));
  }
}
