/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.attention;

/**
 * Where one block looks from a point.
 *
 * @param stage of the network, from 3; or 3 for encoders with one stage of attention
 * @param block within the stage, from 1
 * @param rate the sparsity rate
 * @param relative attention that every token gets, relative to what it would get if all tokens that
 *     the point sees got the same: 1 is indifference, 0 is not seen; row by row
 * @param rows of the token grid
 * @param columns of the token grid
 */
public record AttentionMap(
    int stage, int block, int rate, float[] relative, int rows, int columns) {

  /** What it is called in a stack: {@code stage 3, block 1, rate 8}. */
  public String label() {
    return "stage " + stage + ", block " + block + ", rate " + rate;
  }
}
