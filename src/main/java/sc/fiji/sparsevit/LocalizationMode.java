/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.util.Locale;

/** At what resolution the network looks at an image. */
public enum LocalizationMode {
  /** The image's own: overlapping windows, no pixel resampled. */
  NATIVE,
  /** The publication's: the whole image squashed to 512x512. */
  PAPER;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static LocalizationMode of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "native" -> NATIVE;
      case "paper" -> PAPER;
      default ->
          throw new IllegalArgumentException(
              "mode is \"native\" or \"paper\", not \"" + name + "\"");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
