/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.util.regex.Pattern;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** The size of an input in pixels. */
record InputSize(int width, int height) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  /**
   * Reads a size such as {@code 512x384}.
   *
   * @throws IllegalArgumentException if it is none that the network takes
   */
  static InputSize of(String text, SparseVitConfig config) {
    var parts = FORM.matcher(text);
    int multiple = config.inputMultiple();
    if (parts.matches()) {
      int width = Integer.parseInt(parts.group(1));
      int height = Integer.parseInt(parts.group(2));
      if (width % multiple == 0 && height % multiple == 0) {
        return new InputSize(width, height);
      }
    }
    throw new IllegalArgumentException(
        "size is two multiples of %d, such as %2$dx%2$d, not %3$s"
            .formatted(multiple, 4 * multiple, text));
  }
}
