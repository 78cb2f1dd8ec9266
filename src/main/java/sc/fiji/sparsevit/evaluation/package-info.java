/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Protocol, robustness and calibration: measures a model on a data set as the field does, and finds
 * the threshold that costs a wanted rate of false alarms.
 */
package sc.fiji.sparsevit.evaluation;
