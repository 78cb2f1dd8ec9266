/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.List;

/**
 * What the network saw, each value a probability of 0-1, row by row.
 *
 * @param joined of all looks; if there was more than one, with what is sure extended to what is
 *     suspected around it ({@link Hysteresis}), as in {@code plain}
 * @param plain the mean of the looks at the image with its own contrast; the same array as {@code
 *     joined} if no ground was stretched
 * @param first look at the image (a large one in all its sizes), in which the network tells a copy
 *     from its original best; the same array if no other look was wanted
 * @param stretched where else it looked, with the ground stretched
 */
public record Seen(float[] joined, float[] plain, float[] first, List<StretchedPart> stretched) {

  public Seen {
    stretched = List.copyOf(stretched);
  }

  /** Without a stretched ground. */
  public Seen(float[] joined, float[] first) {
    this(joined, joined, first, List.of());
  }

  /** The maps that other evidence counts in, or the one that they are. */
  public List<float[]> maps() {
    return joined == first ? List.of(joined) : List.of(joined, first);
  }
}
