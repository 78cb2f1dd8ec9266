/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

/** What turns the encoder's maps into one logit per token (paper table 6). */
public enum Head {
  /** Learnable feature fusion: every map, weighted per channel, summed (paper section 3.3). */
  LFF,
  /** SegFormer's: a linear layer per map to one width, concatenated, fused by a 1x1 convolution. */
  MLP,
  /** The last map alone through a 1x1 convolution. */
  SINGLE_SCALE
}
