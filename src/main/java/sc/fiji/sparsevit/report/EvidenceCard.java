/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.List;

/**
 * All that the evidence report shows of one picture.
 *
 * @param record what was done and found
 * @param provenance what its file says about itself
 * @param previews how it looks
 * @param pairs how those of the record look, in its order
 */
public record EvidenceCard(
    RunRecord record, Provenance provenance, Previews previews, List<PairPreview> pairs) {

  /**
   * A picture and what was found in it, small enough that a page can hold hundreds, each as the
   * address of an {@code img} element. They lie on top of each other: the map and the regions are
   * drawn over the picture by the page.
   *
   * @param picture itself
   * @param heat its probability map in colors
   * @param regions their pixels tinted, their edges drawn, all else transparent
   * @param contrast the picture with the contrast of its even grounds turned up; null if there are
   *     none
   */
  public record Previews(String picture, String heat, String regions, String contrast) {}
}
