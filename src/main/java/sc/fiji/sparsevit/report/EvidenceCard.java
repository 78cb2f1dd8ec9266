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
 * @param places where it stands in a PDF
 * @param provenance what its file says of itself
 * @param previews how it looks
 */
public record EvidenceCard(
    RunRecord record, List<Place> places, Provenance provenance, Previews previews) {}
