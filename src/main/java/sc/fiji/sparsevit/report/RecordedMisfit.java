/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import sc.fiji.sparsevit.region.EvidenceKind;

/**
 * A part of a picture that does not fit the rest of it, as the run record names it.
 *
 * @param evidence what it is: {@code compression}, {@code seams}, or {@code grain}
 * @param words what that means
 * @param part of the picture
 */
public record RecordedMisfit(String evidence, String words, ReviewRegion part) {

  public RecordedMisfit {
    // Records of earlier versions know of no other.
    evidence = evidence == null ? EvidenceKind.COMPRESSION.toString() : evidence;
  }
}
