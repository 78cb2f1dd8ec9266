/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */

/** What a bug report needs: versions, machine, and whether the software works here at all. */
package sc.fiji.sparsevit.diagnosis;
