/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/**
 * What a command printed.
 *
 * @param out the standard output
 * @param err the standard error
 */
record Terminal(int exitCode, String out, String err) {

  /** Runs a command as the shell does. */
  static Terminal run(Object... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var words = Stream.of(args).map(Object::toString).toArray(String[]::new);
    int exitCode = Shell.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Terminal(exitCode, out.toString(), err.toString());
  }
}
