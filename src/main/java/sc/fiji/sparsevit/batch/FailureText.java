/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.SkippedInput;

/** Says in words what Java says in names of exceptions. */
final class FailureText {
  private FailureText() {}

  static SkippedInput of(Object input, String part, Throwable cause) {
    return new SkippedInput(input.toString(), part, without(input.toString(), reason(cause)));
  }

  /** A reason that starts with the input's name has it once too often. */
  private static String without(String input, String reason) {
    return Stream.of(input + " ", "'" + input + "' ")
        .filter(reason::startsWith)
        .map(name -> reason.substring(name.length()))
        .findFirst()
        .orElse(reason);
  }

  static String reason(Throwable cause) {
    if (cause instanceof NoSuchFileException) {
      return "does not exist; it may have been moved or removed meanwhile";
    }
    if (cause instanceof AccessDeniedException) {
      return "may not be read; check its permissions";
    }
    if (cause instanceof FileSystemLoopException) {
      return "is a link to a folder that it lies in, and was not followed";
    }
    if (cause instanceof OutOfMemoryError) {
      return "needs more memory than there is; start Java with a larger -Xmx";
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    var message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
