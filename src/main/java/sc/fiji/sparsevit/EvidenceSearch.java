/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.util.Locale;

/** Whether evidence of one kind is looked for that needs no network. */
public enum EvidenceSearch {
  /** It is shown by itself, and but for paper mode raises the probability. */
  ON,
  OFF;

  /**
   * @param option that has the value
   * @throws IllegalArgumentException naming the option, the value, and the choices
   */
  public static EvidenceSearch of(String option, String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "on" -> ON;
      case "off" -> OFF;
      default ->
          throw new IllegalArgumentException(
              option + " must be \"on\" or \"off\", not \"" + name + "\"");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
