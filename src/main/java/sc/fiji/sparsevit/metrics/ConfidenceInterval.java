/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.metrics;

import java.io.Serializable;

/** A confidence interval, both ends included. */
public record ConfidenceInterval(double low, double high) implements Serializable {}
