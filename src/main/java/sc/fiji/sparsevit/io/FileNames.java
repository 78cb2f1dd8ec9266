/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;

/** File names that Java can, or cannot, hold as text. */
public final class FileNames {
  /** What a decoder puts where it cannot decode. */
  private static final char REPLACEMENT = '\uFFFD';

  static final String NOT_ENCODABLE =
      "its name is not in the file system's encoding ("
          + System.getProperty("sun.jnu.encoding")
          + "); rename it, or set the environment variable LC_ALL=C.UTF-8 and restart";

  private FileNames() {}

  /** Why a name is none, going on after the name. */
  static String reason(InvalidPathException refused) {
    var reason = refused.getReason();
    return reason.equals(NOT_ENCODABLE) || reason.contains("unmappable")
        ? NOT_ENCODABLE
        : "no file can have this name on this system (" + reason + "); correct it";
  }

  /** For people: a name may hold line breaks, and codes that a terminal obeys. */
  public static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  /**
   * @throws InvalidPathException if the path, written down as text, would not lead to the file any
   *     more: on Linux a name is any bytes, and where the locale is C only those of ASCII are text
   */
  public static void requireText(Path file) {
    var text = file.toString();
    if (text.indexOf(REPLACEMENT) >= 0 || !Paths.get(text).equals(file)) {
      throw new InvalidPathException(text, NOT_ENCODABLE);
    }
  }
}
