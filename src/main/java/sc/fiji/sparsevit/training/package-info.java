/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * What trains a network: samples, objective, schedule, optimizer, validation, and the run that puts
 * them together.
 */
package sc.fiji.sparsevit.training;
