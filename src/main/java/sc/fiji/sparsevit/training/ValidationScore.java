/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

/**
 * How the averaged weights do on samples that are never trained on.
 *
 * @param f1 mean pixel F1 over forged samples at 0.5, 0-1
 * @param auc mean pixel AUC over forged samples, 0-1
 * @param authenticFlagged share of the pixels of authentic samples above 0.5, 0-1
 */
public record ValidationScore(double f1, double auc, double authenticFlagged) {}
