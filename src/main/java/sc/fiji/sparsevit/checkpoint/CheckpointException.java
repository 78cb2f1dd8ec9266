/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.io.IOException;

/**
 * A file of weights that cannot be used; the message is one sentence that names the key or the
 * offset and what to do about it.
 */
public final class CheckpointException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 1000;

  public CheckpointException(String message) {
    this(message, null);
  }

  public CheckpointException(String message, Throwable cause) {
    super(printable(message), cause);
  }

  /** The names in a hostile file can have any length and any characters. */
  private static String printable(String message) {
    return message
        .substring(0, Math.min(MAX_LENGTH, message.length()))
        .replaceAll("\\p{Cntrl}", "?");
  }
}
