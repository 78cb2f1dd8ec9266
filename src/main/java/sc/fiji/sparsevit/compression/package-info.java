/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * The traces of JPEG compressions in a picture. In one that was kept without loss since, blocks of
 * 8x8 pixels hold only multiples of the compression's steps, and whatever was changed later does
 * not. In one that was compressed twice, they hold some multiples more often than others, but not
 * where it was changed in between. If it was cropped in between, too, they lie near multiples of
 * the first steps in blocks that lie elsewhere. Needs no weights. {@link
 * sc.fiji.sparsevit.compression.CompressionTraces} is the way in.
 */
package sc.fiji.sparsevit.compression;
