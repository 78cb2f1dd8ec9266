/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.IOException;

/** A sound file of a kind that is not read here; the message says which, and the remedy. */
final class UnreadKindException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param kind as {@code is a JPEG with 12 bits per sample}
   */
  UnreadKindException(String kind, String remedy) {
    super(kind + ", which is not supported; " + remedy);
  }
}
