/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * From files to files: what is found in an image, a folder or a PDF, written under names of its
 * own; a screening goes on where it was stopped.
 */
package sc.fiji.sparsevit.batch;
