/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import sc.fiji.sparsevit.metrics.ConfidenceInterval;

/**
 * A figure with its 95 % confidence interval over images.
 *
 * @param value NaN where it is undefined
 * @param interval NaN at both ends where it is undefined
 */
public record Estimate(double value, ConfidenceInterval interval) {
  static final Estimate UNDEFINED =
      new Estimate(Double.NaN, new ConfidenceInterval(Double.NaN, Double.NaN));
}
