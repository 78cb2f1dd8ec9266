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
 * @param provenance what its file says of itself
 * @param previews how it looks
 * @param pairs how those of the record look, in its order
 */
public record EvidenceCard(
    RunRecord record, Provenance provenance, Previews previews, List<PairPreview> pairs) {}
