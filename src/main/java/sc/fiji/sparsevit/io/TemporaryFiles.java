/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Temporary files and folders; the caller deletes them. */
public final class TemporaryFiles {
  private TemporaryFiles() {}

  /**
   * @throws IOException saying which folder cannot be written to, and how another is named
   */
  public static Path file(String ending) throws IOException {
    try {
      return Files.createTempFile("sparsevit-", ending);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * @throws IOException as {@link #file}
   */
  public static Path folder() throws IOException {
    try {
      return Files.createTempDirectory("sparsevit-");
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Removes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static IOException unusable(IOException cause) {
    return new IOException(
        "Cannot create a temporary file in "
            + System.getProperty("java.io.tmpdir")
            + " (the folder "
            + (cause instanceof AccessDeniedException
                ? "cannot be written to"
                : FailureText.reason(cause))
            + "); start Java with -Djava.io.tmpdir=FOLDER, where FOLDER is writable",
        cause);
  }
}
