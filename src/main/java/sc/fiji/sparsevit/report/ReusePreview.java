/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

/**
 * How a pair of two pictures looks, for the evidence report; each the address of an {@code img}.
 *
 * @param firstPicture the whole picture, small
 * @param secondPicture the whole other picture, small
 * @param first the part of the first, with what is around it, in gray
 * @param second what the other shows, laid onto the first pixel by pixel and in its tones
 */
public record ReusePreview(
    String firstPicture, String secondPicture, String first, String second) {}
