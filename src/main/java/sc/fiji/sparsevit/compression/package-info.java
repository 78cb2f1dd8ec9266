/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The trace of a JPEG compression in a picture that was kept without loss since: its blocks of 8x8
 * pixels hold only multiples of the compression's steps, and whatever was changed later does not.
 * Needs no weights. {@link sc.fiji.sparsevit.compression.MisfitFinder} is the way in.
 */
package sc.fiji.sparsevit.compression;
