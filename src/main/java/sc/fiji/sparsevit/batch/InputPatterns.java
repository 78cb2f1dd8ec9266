/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static java.util.stream.Collectors.joining;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Which files of a folder are meant: glob patterns, that of a file's name or, with a slash, of its
 * path below the folder.
 *
 * @param include at least one of these; none means all pictures and documents
 * @param exclude and none of these
 */
public record InputPatterns(List<String> include, List<String> exclude) {
  /** Every picture and document. */
  public static final InputPatterns ALL = new InputPatterns(List.of(), List.of());

  private static final PathMatcher KNOWN =
      matcher(
          "*.{[pP][nN][gG],[jJ][pP][gG],[jJ][pP][eE][gG],[tT][iI][fF],[tT][iI][fF][fF],"
              + "[gG][iI][fF],[bB][mM][pP],[pP][dD][fF],"
              + "[dD][oO][cC][xXmM],[pP][pP][tTsS][xXmM],[eE][pP][uU][bB]}");

  /**
   * @throws IllegalArgumentException if a pattern is invalid
   */
  public InputPatterns {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    include.forEach(InputPatterns::matcher);
    exclude.forEach(InputPatterns::matcher);
  }

  /**
   * @param relative path of a file below its folder
   */
  public boolean match(Path relative) {
    boolean wanted = include.isEmpty() ? matches(KNOWN, relative) : any(include, relative);
    return wanted && !any(exclude, relative);
  }

  /** What is said of a folder in which nothing is meant. */
  public String nothingIn() {
    if (include.isEmpty() && exclude.isEmpty()) {
      return "contains no images or documents";
    }
    var given =
        Stream.of(words("include", include), words("exclude", exclude)).filter(w -> !w.isEmpty());
    return "contains no images or documents that match these patterns: "
        + given.collect(joining(", "));
  }

  private static String words(String option, List<String> globs) {
    return globs.isEmpty() ? "" : option + " " + String.join(";", globs);
  }

  /** Whether only the content decides about a file that does not match. */
  boolean leaveOpen(Path relative) {
    return include.isEmpty() && !any(exclude, relative);
  }

  private static boolean any(List<String> globs, Path relative) {
    return globs.stream()
        .anyMatch(
            glob ->
                glob.contains("/")
                    ? matcher(glob).matches(relative)
                    : matches(matcher(glob), relative));
  }

  private static boolean matches(PathMatcher matcher, Path relative) {
    return matcher.matches(relative.getFileName());
  }

  private static PathMatcher matcher(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\""
              + glob
              + "\" is not a valid file name pattern ("
              + e.getDescription()
              + "); try *.png",
          e);
    }
  }
}
