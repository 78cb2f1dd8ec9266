/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Lists in a sentence: {@code a}; {@code a and b}; {@code a, b, and c}. */
public final class WordList {
  private WordList() {}

  /** All of them. */
  public static String and(Collection<String> words) {
    return joined(List.copyOf(words), "and");
  }

  /** Any of them. */
  public static String or(Collection<String> words) {
    return joined(List.copyOf(words), "or");
  }

  /** All of them, of which only the first are named: {@code a, b, and 7 more}. */
  public static String and(Collection<String> words, int most) {
    int rest = words.size() - most;
    return rest > 0
        ? and(Stream.concat(words.stream().limit(most), Stream.of(rest + " more")).toList())
        : and(words);
  }

  private static String joined(List<String> words, String conjunction) {
    int last = words.size() - 1;
    if (last < 2) {
      return String.join(" " + conjunction + " ", words);
    }
    return String.join(", ", words.subList(0, last)) + ", " + conjunction + " " + words.get(last);
  }
}
