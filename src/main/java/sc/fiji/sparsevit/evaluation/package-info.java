/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Evaluates a model on a data set by the field's protocol, with robustness and calibration; finds
 * the threshold for a given rate of false alarms.
 */
package sc.fiji.sparsevit.evaluation;
