/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Straight seams, as a pasted rectangular selection leaves them: between two columns or two rows,
 * the gray level jumps along a whole side, and does not in the columns or rows beside. What a lens
 * or a scanner has seen is spread over more than one pixel, and hardly ever follows the grid of
 * pixels for long. Only rectangles count, because two parallel edges and a corner are common. Needs
 * no weights. {@link sc.fiji.sparsevit.seams.SeamFinder} is the way in.
 */
package sc.fiji.sparsevit.seams;
