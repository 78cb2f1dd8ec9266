/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
/**
 * State dicts: PyTorch checkpoints in, safetensors in and out, their keys mapped onto the network,
 * and the catalog of models.
 */
package sc.fiji.sparsevit.checkpoint;
