/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;
import java.util.Optional;

/** Draws again what did not fit. */
final class Attempts {
  private static final int MOST = 500;

  private Attempts() {}

  /** One try, which may not work out. */
  interface Attempt<T> {
    Optional<T> get() throws IOException;
  }

  static <T> T until(String what, Attempt<T> attempt) throws IOException {
    for (int i = 0; i < MOST; i++) {
      var result = attempt.get();
      if (result.isPresent()) {
        return result.get();
      }
    }
    throw new IOException(what + ": nothing fitted in " + MOST + " attempts; leave the file out.");
  }
}
