/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** A text parameter that has to be a file's or folder's path. */
final class FilePath {
  private FilePath() {}

  /**
   * @throws IllegalArgumentException naming the parameter and the value if it is not a path
   */
  static Path of(String parameter, String text) {
    var problem =
        String.format(
            Locale.ROOT, "%s must be the path of a file or folder, not \"%s\"", parameter, text);
    if (text.isBlank()) {
      throw new IllegalArgumentException(problem);
    }
    try {
      return Path.of(text.strip());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(problem, e);
    }
  }
}
