/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import ij.process.ByteProcessor;

/**
 * A part of a picture that did not go through the compression of the rest.
 *
 * @param x column of the mask's first pixel in the picture
 * @param y row of the mask's first pixel
 * @param mask 255 where the part is, 0 elsewhere; not to be changed
 */
public record MisfitPart(int x, int y, ByteProcessor mask) {}
