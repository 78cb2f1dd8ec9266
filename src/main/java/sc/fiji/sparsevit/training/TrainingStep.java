/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

/**
 * What one optimizer step did.
 *
 * @param step counted from 0
 * @param rate learning rate
 * @param loss the whole objective, mean over the step's passes; the parts follow
 * @param crossEntropy weighted cross entropy per pixel
 * @param dice soft dice loss over forged samples
 * @param history error of the history heads
 * @param f1 mean pixel F1 over the step's forged samples at 0.5; NaN when none was forged
 * @param gradientNorm before clipping
 * @param seconds of wall-clock time
 */
public record TrainingStep(
    long step,
    float rate,
    float loss,
    float crossEntropy,
    float dice,
    float history,
    double f1,
    float gradientNorm,
    double seconds) {}
