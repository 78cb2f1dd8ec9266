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
 * @param joined the mean of all looks
 * @param first of the image as it is, in which the network tells a copy from its original best; the
 *     same array if no other look was wanted
 */
public record Seen(float[] joined, float[] first) {

  /** Both maps, or the one that they are. */
  public List<float[]> maps() {
    return joined == first ? List.of(joined) : List.of(joined, first);
  }
}
