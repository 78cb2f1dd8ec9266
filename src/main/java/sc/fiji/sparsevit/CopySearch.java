/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.util.Locale;

/** Whether parts of the picture that repeat others are looked for. */
public enum CopySearch {
  /** They are shown as pairs, and in native mode the copy's probability is raised. */
  ON,
  /** The network alone decides. */
  OFF;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static CopySearch of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "on" -> ON;
      case "off" -> OFF;
      default ->
          throw new IllegalArgumentException(
              "copies must be \"on\" or \"off\", not \"" + name + "\"");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
