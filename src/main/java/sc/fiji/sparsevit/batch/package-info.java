/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * From files to files: analyzes images, folders, and documents, and writes results under unique
 * names; screenings can be resumed.
 */
package sc.fiji.sparsevit.batch;
