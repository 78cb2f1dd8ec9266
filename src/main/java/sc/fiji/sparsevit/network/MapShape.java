/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

/**
 * The shape of one of the encoder's maps for the head.
 *
 * @param channels of every token
 * @param stride pixels along a token's side
 */
record MapShape(int channels, int stride) {

  /** Tokens of an image of one size, in pixels. */
  long tokens(int height, int width) {
    return (long) (height / stride) * (width / stride);
  }
}
