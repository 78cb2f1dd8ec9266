/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/** The size of an input in pixels. */
record InputSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  /**
   * Reads a size such as {@code 512x384}.
   *
   * @param multiple of pixels that both have to be
   * @throws IllegalArgumentException if it is none that the network takes
   */
  static InputSize of(String text, int multiple) {
    var parts = FORM.matcher(text);
    if (parts.matches()) {
      int width = Integer.parseInt(parts.group(1));
      int height = Integer.parseInt(parts.group(2));
      if (width % multiple == 0 && height % multiple == 0) {
        return new InputSize(width, height);
      }
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "size is two multiples of %d, such as %2$dx%2$d, not %3$s",
            multiple,
            4 * multiple,
            text));
  }
}
