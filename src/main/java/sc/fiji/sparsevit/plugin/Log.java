/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.IJ;
import java.util.stream.Stream;
import sc.fiji.sparsevit.evaluation.ResultText;

/** ImageJ's log window; without a display, the standard output. */
final class Log {
  private Log() {}

  static void line(String text) {
    IJ.log(CommandRunner.NAME + ": " + text);
  }

  /** Writes all of it into the log and gives the results back in one line. */
  static String results(ResultText text) {
    Stream.concat(text.results().stream(), text.warnings().stream()).forEach(Log::line);
    return String.join("; ", text.results());
  }
}
