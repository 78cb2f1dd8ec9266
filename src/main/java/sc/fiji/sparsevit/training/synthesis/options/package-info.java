/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * All settings of synthetic forgeries: one record per part of the work. A new option belongs here.
 */
package sc.fiji.sparsevit.training.synthesis.options;
