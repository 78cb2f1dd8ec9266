/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.Locale;
import sc.fiji.sparsevit.image.Normalization;

/**
 * What a network wants to be shown of an image. The tiler obeys it.
 *
 * @param side longest side of a window in pixels, a multiple of {@code multiple}; {@link #WHOLE}
 *     for a network that takes an image of any size in one piece
 * @param overlap pixels that neighboring windows share at least
 * @param multiple of pixels that a window's height and width must be
 * @param step windows begin at multiples of this many pixels, so that all see one grid of tokens;
 *     divides {@code multiple}
 * @param normalization what becomes of colors
 * @param looks at a window, in native mode
 * @param thorough likewise, in mode thorough
 */
public record Window(
    int side,
    int overlap,
    int multiple,
    int step,
    Normalization normalization,
    Looks looks,
    Looks thorough) {

  /** As {@link #side}: an image is one window, whatever its size. */
  public static final int WHOLE = Integer.MAX_VALUE;

  public Window {
    boolean divides = step > 0 && multiple > 0 && multiple % step == 0;
    if (!divides || side != WHOLE && (side < multiple || side % multiple != 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a window's side (%d) must be a multiple of %d, which must be a multiple of the step"
                  + " %d",
              side,
              multiple,
              step));
    }
    if (overlap < 0 || overlap >= side) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "windows of %d pixels cannot overlap by %d", side, overlap));
    }
  }

  /** For a network that looks at a window once. */
  public Window(int side, int overlap, int multiple, int step, Normalization normalization) {
    this(side, overlap, multiple, step, normalization, Looks.ONE, Looks.THREE);
  }

  /** The same with other looks in native mode and in mode thorough. */
  Window withLooks(Looks inNative, Looks inThorough) {
    return new Window(side, overlap, multiple, step, normalization, inNative, inThorough);
  }

  /** For a network that takes images of any size, in one piece, if their sides are multiples. */
  public static Window whole(int multiple, Normalization normalization) {
    return new Window(WHOLE, 0, multiple, multiple, normalization);
  }

  /** A length in pixels, rounded up to one that the network takes. */
  int padded(int length) {
    return Math.toIntExact((length + multiple - 1L) / multiple * multiple);
  }
}
