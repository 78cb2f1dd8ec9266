/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import sc.fiji.sparsevit.help.Choices;

/** At what resolution, and how often, the network looks at an image. */
public enum LocalizationMode {
  /** The image's own: overlapping windows, no pixel resampled. */
  NATIVE,
  /** As native, but three looks: at the image as it is, mirrored, and upside down. */
  THOROUGH,
  /** The publication's: the whole image squashed to 512x512. */
  PAPER;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static LocalizationMode of(String name) {
    return Choices.of(LocalizationMode.class, "mode", name);
  }

  /**
   * This mode, for what shows a single look.
   *
   * @throws IllegalArgumentException if it has several
   */
  public LocalizationMode requireOneLook() {
    if (this == THOROUGH) {
      throw new IllegalArgumentException(
          "mode must be native or paper here: thorough looks at the image three times");
    }
    return this;
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }
}
