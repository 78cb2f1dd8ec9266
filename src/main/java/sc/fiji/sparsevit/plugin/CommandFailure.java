/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import sc.fiji.sparsevit.io.FailureText;

/** Why a command failed, in a sentence for the caller. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whatever prints it prints the sentence, and a stack trace only of what needs mending. */
  CommandFailure(String sentence, Throwable cause) {
    super(sentence, FailureText.isExplained(cause) ? null : cause, false, false);
  }
}
