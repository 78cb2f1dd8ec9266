/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import sc.fiji.sparsevit.image.Normalization;
import sc.fiji.sparsevit.network.SparseVit;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** What SparseViT wants to be shown. */
public final class SparseVitWindow {

  /** What becomes of colors, in training as in inference. */
  public static final Normalization NORMALIZATION =
      Normalization.of(SparseVit.MEANS, SparseVit.DEVIATIONS);

  /** The size that the network was made for. */
  private static final int LONGEST = 512;

  private static final int OVERLAP = 128;

  /** Pixels along one side of a stage-4 token. */
  private static final int TOKEN = 32;

  private SparseVitWindow() {}

  /**
   * Windows of at most 512x512 that a network of this configuration takes. The publication's
   * networks look at them once, as published; those with matching, which are ours, look twice.
   */
  public static Window of(SparseVitConfig config) {
    int own = config.inputMultiple();
    // Encoders without a stage 4 can do with half a step.
    int multiple = own % TOKEN == 0 ? own : 2 * own;
    int side = Math.max(multiple, LONGEST / multiple * multiple);
    var looks = config.matching() ? Looks.TWO_WHERE_SUSPICIOUS : Looks.ONE;
    return new Window(side, OVERLAP, multiple, TOKEN, NORMALIZATION, looks, Looks.THREE);
  }
}
