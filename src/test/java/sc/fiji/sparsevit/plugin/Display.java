/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Optional;

/** A screen for windows: the user's, or a virtual one. */
record Display(String name, Process server) implements AutoCloseable {

  /** Empty if there is neither a display nor Xvfb. */
  static Optional<Display> open() throws IOException {
    var present = System.getenv("DISPLAY");
    if (present != null && !present.isBlank()) {
      return Optional.of(new Display(present, null));
    }
    try {
      var server =
          new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x960x24")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var number = new BufferedReader(new InputStreamReader(server.getInputStream())).readLine();
      return number == null ? Optional.empty() : Optional.of(new Display(":" + number, server));
    } catch (IOException noXvfb) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.destroy();
    }
  }
}
