/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

import java.util.Arrays;
import java.util.Locale;
import sc.fiji.sparsevit.io.WordList;

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
    return WordList.or(
        Arrays.stream(type.getEnumConstants()).map(value -> '"' + name(value) + '"').toList());
  }

  /** A value's name, as people write it. */
  public static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
