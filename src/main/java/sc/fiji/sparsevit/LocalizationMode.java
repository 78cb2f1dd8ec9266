/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import sc.fiji.sparsevit.help.Choices;

/** At what resolution, and how often, the network looks at an image. */
public enum LocalizationMode {
  /**
   * The image's own: overlapping windows, looked at as the model wants it; with the built-in one
   * also enlarged where it suspects something, or, if the image is large, made smaller.
   */
  NATIVE,
  /**
   * As native, but several looks at every window, not only where something is suspected: as it is
   * and turned by 180 degrees, with the built-in model also enlarged, with others mirrored.
   */
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
   * This mode, for what shows a single look: the first.
   *
   * @throws IllegalArgumentException if it always has several
   */
  public LocalizationMode requireOneLook() {
    if (this == THOROUGH) {
      throw new IllegalArgumentException(
          "mode must be native or paper here: thorough joins several looks at each window");
    }
    return this;
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }
}
