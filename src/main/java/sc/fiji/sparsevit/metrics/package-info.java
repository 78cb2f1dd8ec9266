/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/** F1, IoU, AUC, calibration: plain numbers from plain arrays. */
package sc.fiji.sparsevit.metrics;
