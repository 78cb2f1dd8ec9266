/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The values that a parameter can have, by the names that people give them. */
public final class Choices {

  private Choices() {}

  /**
   * Picks a value by its name, in upper or lower case.
   *
   * @param parameter that gets it, for the message
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static <E extends Enum<E>> E of(Class<E> type, String parameter, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> name(value).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT, "%s is %s, not \"%s\"", parameter, quoted(type), name)));
  }

  private static String quoted(Class<? extends Enum<?>> type) {
    return oneOf(
        Arrays.stream(type.getEnumConstants()).map(value -> '"' + name(value) + '"').toList());
  }

  /** {@code a, b or c}. */
  public static String oneOf(List<String> choices) {
    int last = choices.size() - 1;
    return last < 1
        ? String.join("", choices)
        : String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
  }

  /** A value's name, as people write it. */
  public static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
