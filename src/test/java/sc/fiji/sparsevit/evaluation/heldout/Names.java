/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.nio.file.Path;
import java.util.Locale;

/** Names of files. */
final class Names {
  private Names() {}

  static String of(int number, String what) {
    return String.format(Locale.ROOT, "%03d_%s", number, what);
  }

  static String name(Path file) {
    return file.getFileName().toString();
  }

  static String stem(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
