/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.List;

/**
 * How a pair looks, for the evidence report.
 *
 * @param original address of an {@code img}: the part that seems to be the original, with what is
 *     around it
 * @param copy the same of its copy, laid onto the original pixel by pixel
 * @param lines between matched points, in the picture's pixels: x and y of one, x and y of the
 *     other
 */
public record PairPreview(String original, String copy, List<double[]> lines) {}
