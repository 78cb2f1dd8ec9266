/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

/**
 * A part of a picture that does not fit the JPEG compression of the rest, as the run record names
 * it.
 *
 * @param words what that means
 * @param part of the picture
 */
public record RecordedMisfit(String words, ReviewRegion part) {}
