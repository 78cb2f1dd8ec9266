/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Training: samples, objective, schedule, optimizer, validation, and the run that combines them.
 */
package sc.fiji.sparsevit.training;
