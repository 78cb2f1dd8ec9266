/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.io.FailureText;

/** Runs a command, with progress, Escape, and a sentence at its end. */
final class CommandRunner {

  static final String NAME = "SparseViT";

  private static final String CANCELED = "canceled";

  private CommandRunner() {}

  /**
   * Returns when the work is done, or canceled: the command knows which. The status line says it.
   *
   * @throws CommandFailure if it failed
   */
  static void run(ForensicCommand command) {
    String end = CANCELED;
    try (var bar = new StatusBar(command)) {
      command.checkParameters();
      command.found(command.work(bar));
      end = command.summary();
    } catch (CancellationException e) {
      command.cancel(CANCELED);
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | LinkageError e) {
      end = "";
      throw new CommandFailure(FailureText.sentence(e), e);
    } finally {
      status(end);
    }
  }

  /** The same outside of scripts: the results are shown, too. */
  static void runAndShow(ForensicCommand command) {
    command.run();
    if (!command.isCanceled()) {
      command.show();
      // Once more, for ImageJ clears the line when it opens a window.
      status(command.summary());
    }
  }

  private static void status(String end) {
    LastWord.say(end.isEmpty() ? "" : NAME + ": " + end);
  }
}
