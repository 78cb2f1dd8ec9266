/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Parts without grain: what was painted over, filled, or smudged is smoother than everything else
 * of its brightness in the picture. Needs no weights. {@link
 * sc.fiji.sparsevit.grain.SmoothPartFinder} is the way in.
 */
package sc.fiji.sparsevit.grain;
