/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.plugin.frame.Recorder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A macro's {@code key=value} pairs, as Fiji reads them for SciJava commands, but strictly: what
 * cannot be understood is an error that names it. Values with spaces are in brackets.
 */
final class MacroOptions {

  private final String text;
  private int next;

  private MacroOptions(String text) {
    this.text = text;
  }

  /**
   * Gives parameters the values that a macro has for them; the others are left as they are.
   *
   * @throws IllegalArgumentException naming the key or the value that was not understood
   */
  static void apply(String options, List<CommandParameter> parameters) {
    new MacroOptions(options).apply(parameters);
  }

  /** Writes all values that are not empty into the macro recorder, if it is open. */
  static void record(List<CommandParameter> parameters) {
    if (!Recorder.record) {
      return;
    }
    // What ImageJ's dialog has recorded from its labels.
    Recorder.resetCommandOptions();
    for (var parameter : parameters) {
      var value = parameter.value().toString();
      if (value.isEmpty()) {
        continue;
      }
      if (parameter.isText()) {
        // Not recordOption: a path's backslashes would be escapes in the macro.
        Recorder.recordPath(parameter.name(), value);
      } else {
        Recorder.recordOption(parameter.name(), value);
      }
    }
  }

  private void apply(List<CommandParameter> parameters) {
    var seen = new HashSet<String>();
    for (skipBlanks(); next < text.length(); skipBlanks()) {
      var parameter = named(key(), parameters);
      var value = value(parameter.name());
      requireFirst(parameter.name(), seen);
      parameter.set(value);
    }
  }

  private void skipBlanks() {
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
  }

  private String key() {
    int end = text.indexOf('=', next);
    int word = endOfWord();
    if (end < 0 || end > word) {
      throw new IllegalArgumentException(
          "the option \"" + text.substring(next, word) + "\" does not have the form key=value");
    }
    var key = text.substring(next, end);
    next = end + 1;
    return key;
  }

  private int endOfWord() {
    int end = next;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static CommandParameter named(String key, List<CommandParameter> parameters) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(key, parameters)));
  }

  private static String unknown(String key, List<CommandParameter> parameters) {
    var known = parameters.stream().map(CommandParameter::name).collect(Collectors.joining(", "));
    return "there is no option \"" + key + "\"; the options are " + known;
  }

  private static void requireFirst(String key, Set<String> seen) {
    if (!seen.add(key)) {
      throw new IllegalArgumentException("the option \"" + key + "\" is given twice");
    }
  }

  private String value(String key) {
    boolean bracketed = next < text.length() && text.charAt(next) == '[';
    int end = bracketed ? closingBracket(key) : endOfWord();
    var value = text.substring(bracketed ? next + 1 : next, end);
    next = bracketed ? end + 1 : end;
    return value;
  }

  private int closingBracket(String key) {
    int open = 0;
    for (int i = next; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '[' -> open++;
        case ']' -> open--;
        default -> {}
      }
      if (open == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("the value of \"" + key + "\" has no closing bracket");
  }
}
