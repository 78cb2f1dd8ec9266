/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Something that is done for a person or a macro, who are told in a sentence when it fails. */
@FunctionalInterface
interface CommandRunner {

  String NAME = "SparseViT";

  void make(ProgressListener progress) throws IOException;

  /** Shows progress and listens to the Escape key meanwhile. */
  static void run(CommandRunner attempt) {
    try (var bar = new StatusBar()) {
      attempt.make(bar);
    } catch (CancellationException e) {
      IJ.showStatus(NAME + ": canceled");
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      fail(e.getMessage());
    } catch (OutOfMemoryError e) {
      fail(
          "not enough memory for this image; select a part of it, or give ImageJ more under"
              + " Edit > Options > Memory & Threads");
    }
  }

  /** Where nobody would see a message the log has it; a running macro is aborted. */
  static void fail(String sentence) {
    if (GraphicsEnvironment.isHeadless() || Interpreter.isBatchMode()) {
      IJ.redirectErrorMessages();
    }
    IJ.error(NAME, sentence);
  }
}
