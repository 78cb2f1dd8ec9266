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
    return until(what, MOST, attempt);
  }

  /**
   * @param most tries
   * @throws IOException if none of them worked out
   */
  static <T> T until(String what, int most, Attempt<T> attempt) throws IOException {
    return some(most, attempt)
        .orElseThrow(
            () ->
                new IOException(
                    what + ": nothing fitted in " + most + " attempts; leave the file out."));
  }

  /** Empty if none of the usual number of tries worked out. */
  static <T> Optional<T> some(Attempt<T> attempt) throws IOException {
    return some(MOST, attempt);
  }

  private static <T> Optional<T> some(int most, Attempt<T> attempt) throws IOException {
    for (int i = 0; i < most; i++) {
      var result = attempt.get();
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }
}
