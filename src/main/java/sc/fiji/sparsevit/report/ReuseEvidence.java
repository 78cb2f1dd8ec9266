/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.List;

/**
 * What the evidence report shows of reuse across pictures.
 *
 * @param report all that was found
 * @param previews how the first pairs of it look, in its order; there may be more pairs than a page
 *     can show
 */
public record ReuseEvidence(ReuseReport report, List<ReusePreview> previews) {

  /** As many pairs as a page shows with their pictures. */
  public static final int MOST_SHOWN = 200;

  public ReuseEvidence {
    previews = List.copyOf(previews);
  }
}
