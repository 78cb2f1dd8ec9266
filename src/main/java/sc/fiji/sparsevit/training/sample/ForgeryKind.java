/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.sample;

/** What was done to a sample. */
public enum ForgeryKind {
  /** Nothing local; it went through the same files as the others. */
  AUTHENTIC,
  /** Something from another picture was pasted. */
  SPLICE,
  /** Something from the same picture was pasted elsewhere. */
  COPY_MOVE,
  /** Something was removed and the hole filled. */
  INPAINTING,
  /** The picture itself was processed inside the region. */
  RETOUCHING,
  /** Forged by somebody who did not record how: the samples of data sets. */
  UNKNOWN
}
