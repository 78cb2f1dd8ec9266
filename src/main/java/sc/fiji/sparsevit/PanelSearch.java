/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.util.Locale;

/** Whether a figure is split into its panels, each of which is analyzed by itself. */
public enum PanelSearch {
  /** Where there are any. */
  AUTO,
  /** Every picture is analyzed as a whole. */
  OFF;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static PanelSearch of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "auto" -> AUTO;
      case "off" -> OFF;
      default ->
          throw new IllegalArgumentException("panels is \"auto\" or \"off\", not \"" + name + "\"");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
