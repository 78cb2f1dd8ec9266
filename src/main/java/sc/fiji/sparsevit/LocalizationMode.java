/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import sc.fiji.sparsevit.help.Choices;

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
    return Choices.of(LocalizationMode.class, "mode", name);
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }
}
