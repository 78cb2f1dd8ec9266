/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.util.List;
import java.util.stream.StreamSupport;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** One value that the user gives to a command, read from and written into the command's module. */
record CommandParameter(Module module, ModuleItem<?> item) {

  /** The parameters of a module in their order; images and messages are none. */
  static List<CommandParameter> of(Module module) {
    return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
        .filter(item -> item.getType() != ImagePlus.class)
        .filter(item -> item.getVisibility() != ItemVisibility.MESSAGE)
        .map(item -> new CommandParameter(module, item))
        .toList();
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
   * @throws IllegalArgumentException naming the parameter and the value, if it is not a number
   *     where there has to be one, out of range or not among the choices
   */
  void set(String text) {
    module.setInput(name(), isNumber() ? number(text) : choice(text));
  }

  private Number number(String text) {
    try {
      var number = whole() ? (Number) Integer.valueOf(text) : Double.valueOf(text);
      if (inRange(number.doubleValue())) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // the message below says what a number is here
    }
    throw new IllegalArgumentException(
        "%s is %s %s, not \"%s\""
            .formatted(name(), whole() ? "a whole number" : "a number", range(), text));
  }

  boolean whole() {
    return item.getType() == int.class;
  }

  private boolean inRange(double number) {
    return (minimum() == null || number >= minimum().doubleValue())
        && (maximum() == null || number <= maximum().doubleValue());
  }

  private String range() {
    return maximum() == null ? "from " + minimum() : "from " + minimum() + " to " + maximum();
  }

  /** Null if there is none. */
  Number minimum() {
    return (Number) item.getMinimumValue();
  }

  /** Null if there is none. */
  Number maximum() {
    return (Number) item.getMaximumValue();
  }

  private String choice(String text) {
    if (isText() || choices().contains(text)) {
      return text;
    }
    throw new IllegalArgumentException(
        "%s is %s, not \"%s\"".formatted(name(), String.join(" or ", choices()), text));
  }
}
