/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Something that could not be used, and why.
 *
 * @param input path of the file or folder
 * @param part of it, as {@code page 3}; empty for all of it
 * @param reason half a sentence that follows the input's name, with the remedy
 */
public record SkippedInput(String input, String part, String reason) implements Serializable {

  /** Where a failure was the reason. */
  public static SkippedInput of(Object input, String part, Throwable failure) {
    var name = input.toString();
    return new SkippedInput(name, part, without(name, FailureText.reason(failure)));
  }

  /** A reason that starts with the input's name has it once too often. */
  private static String without(String input, String reason) {
    return Stream.of(input + " ", "'" + input + "' ")
        .filter(reason::startsWith)
        .map(name -> reason.substring(name.length()))
        .findFirst()
        .orElse(reason);
  }

  /** With the whole of a file. */
  public static SkippedInput of(Path file, String reason) {
    return new SkippedInput(file.toString(), "", reason);
  }

  /** For a person. */
  public String sentence() {
    return FileNames.printable(input) + (part.isEmpty() ? "" : ", " + part) + ": " + reason;
  }
}
