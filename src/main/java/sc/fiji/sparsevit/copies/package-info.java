/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Parts of pictures that show the same content: keypoints, the transformations that they agree on,
 * and a check pixel by pixel that tells copies from look-alikes. Needs no weights. {@link
 * sc.fiji.sparsevit.copies.CopyFinder} is the way in.
 */
package sc.fiji.sparsevit.copies;
