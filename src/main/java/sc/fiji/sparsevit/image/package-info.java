/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What the network sees: ImageJ images and files as lazy 8-bit RGB views, resized and normalized;
 * ground-truth masks. Never changes a source.
 */
package sc.fiji.sparsevit.image;
