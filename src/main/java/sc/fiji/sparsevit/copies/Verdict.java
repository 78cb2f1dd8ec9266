/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/** How sure it is that two parts are copies and do not only look alike. */
final class Verdict {

  static final double THRESHOLD = 0.5;

  private Verdict() {}

  static double score(PixelCheck.Checked checked) {
    var evidence = checked.evidence();
    boolean fits =
        evidence.middle() > 0.965
            && evidence.weakest() > 0.92
            && evidence.drift() < 0.12
            && evidence.light() < 0.08
            && evidence.matched() >= 4;
    return fits ? evidence.middle() : 0;
  }
}
