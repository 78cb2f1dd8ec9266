/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Several values in one text, separated by semicolons, which are rare in paths. */
final class SeveralValues {

  /** Ends the description of a parameter that takes several. */
  static final String HELP = " Separate several with semicolons.";

  private SeveralValues() {}

  /** Empty values are skipped. */
  static List<String> of(String text) {
    return split(text, ";");
  }

  /**
   * Of a parameter that was once separated by commas: such macros still work.
   *
   * @throws IllegalArgumentException naming the parameter and the value if one is not a path
   */
  static List<Path> paths(String parameter, String text) {
    boolean earlier = !text.contains(";") && text.contains(",") && !exists(parameter, text);
    return (earlier ? split(text, ",") : of(text))
        .stream().map(path -> FilePath.of(parameter, path)).toList();
  }

  private static boolean exists(String parameter, String text) {
    return Files.exists(FilePath.of(parameter, text));
  }

  private static List<String> split(String text, String separator) {
    return Stream.of(text.split(separator))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
