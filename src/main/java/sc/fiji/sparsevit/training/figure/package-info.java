/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * Scientific figures drawn from random numbers: gels and blots, micrographs, plots, regular
 * textures, panels.
 */
package sc.fiji.sparsevit.training.figure;
