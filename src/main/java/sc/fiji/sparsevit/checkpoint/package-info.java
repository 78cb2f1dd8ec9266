/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * State dicts: reads PyTorch checkpoints, reads and writes safetensors, maps keys to the network;
 * the catalog of models.
 */
package sc.fiji.sparsevit.checkpoint;
