/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.PrintWriter;

/** Says, where a screening is ended from outside, as by Ctrl-C, that nothing is lost. */
final class StopSentence implements AutoCloseable {
  static final String WORDS = "Stopped. The same command goes on where it stopped.";

  private final Thread hook;

  StopSentence(PrintWriter terminal) {
    hook =
        new Thread(
            () -> {
              ProgressLine.clear(terminal);
              terminal.println(WORDS);
            },
            "sparsevit-stopped");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The work is done, or has failed by itself. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException isBeingSaid) {
      // The process is ending.
    }
  }
}
