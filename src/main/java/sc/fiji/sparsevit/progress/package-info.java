/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** Progress, remaining time, and cancellation of a task. */
package sc.fiji.sparsevit.progress;
