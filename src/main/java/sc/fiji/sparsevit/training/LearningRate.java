/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

/**
 * Linear warm-up from zero, then half a cosine, both per step.
 *
 * @param peak the rate at the end of the warm-up
 * @param end the rate of the last step
 * @param warmUp steps of warm-up
 * @param steps of the whole run
 */
public record LearningRate(float peak, float end, long warmUp, long steps) {

  /** The same course with another peak; the final rate scales with it. */
  LearningRate withPeak(float other) {
    return new LearningRate(other, end * other / peak, warmUp, steps);
  }

  /** The rate of a step, counted from 0. */
  public float at(long step) {
    if (step < warmUp) {
      return peak * (step + 1) / warmUp;
    }
    double progress = Math.min(1, (double) (step - warmUp) / Math.max(1, steps - 1 - warmUp));
    return (float) (end + (peak - end) * 0.5 * (1 + Math.cos(Math.PI * progress)));
  }
}
