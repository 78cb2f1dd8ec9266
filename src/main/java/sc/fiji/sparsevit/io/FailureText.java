/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Translates exceptions into sentences for people: one translation for all doors, so that users
 * never see a stack trace.
 */
public final class FailureText {
  private static final String MORE_MEMORY =
      "needs more memory than available; analyze a part of it, or start Java with a larger -Xmx (in"
          + " ImageJ: Edit > Options > Memory & Threads)";

  private static final String MORE_GPU_MEMORY =
      "needs more of the GPU's memory than is free; end what else uses the GPU, or compute on the"
          + " CPU";

  private FailureText() {}

  /** What went wrong, as the rest of a sentence that starts with the name of an input. */
  public static String reason(Throwable failure) {
    var cause = unwrapped(failure);
    if (cause instanceof NoSuchFileException) {
      return "does not exist; it may have been moved or deleted";
    }
    if (cause instanceof AccessDeniedException) {
      return "cannot be read or written; check its permissions";
    }
    if (cause instanceof FileSystemLoopException) {
      return "is a link to a folder that contains it, and was not followed";
    }
    if (cause instanceof InvalidPathException path) {
      return FileNames.reason(path);
    }
    if (cause instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason().contains("symbolic link")
          ? "is a link that leads nowhere but back to itself; name the file itself"
          : file.getReason();
    }
    if (isGpuOutOfMemory(cause)) {
      return MORE_GPU_MEMORY;
    }
    if (cause instanceof OutOfMemoryError || isNativeOutOfMemory(cause)) {
      return MORE_MEMORY;
    }
    if (cause instanceof StackOverflowError) {
      return "is nested too deeply to be read; open it where it came from and save it anew";
    }
    if (isPyTorch(cause)) {
      return "PyTorch failed: " + firstLine(cause);
    }
    return isSentence(cause) ? cause.getMessage() : unexpected(cause);
  }

  /** What went wrong, with the file it went wrong with where Java knows it: stands alone. */
  public static String sentence(Throwable failure) {
    var cause = unwrapped(failure);
    if (cause instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + " " + reason(file);
    }
    if (cause instanceof InvalidPathException path) {
      return path.getInput() + ": " + reason(path);
    }
    var reason = reason(cause);
    boolean aboutMemory = reason.equals(MORE_MEMORY) || reason.equals(MORE_GPU_MEMORY);
    return aboutMemory || cause instanceof VirtualMachineError ? "This " + reason : reason;
  }

  /** Whether the sentence says all that there is to say; otherwise something needs mending. */
  public static boolean isExplained(Throwable failure) {
    return isSentence(unwrapped(failure)) || unwrapped(failure) instanceof OutOfMemoryError;
  }

  /** Without what only carries another exception from one place to another. */
  private static Throwable unwrapped(Throwable failure) {
    boolean carrier =
        failure instanceof UncheckedIOException
            || failure instanceof CompletionException
            || failure instanceof ExecutionException
            || failure instanceof InvocationTargetException;
    return carrier && failure.getCause() != null ? unwrapped(failure.getCause()) : failure;
  }

  /** Exceptions of these kinds are thrown, here and in the libraries, with a sentence for users. */
  private static boolean isSentence(Throwable cause) {
    boolean kind =
        Stream.of(
                IOException.class,
                IllegalArgumentException.class,
                IllegalStateException.class,
                UnsupportedOperationException.class)
            .anyMatch(type -> type.isInstance(cause));
    return kind && cause.getMessage() != null && !cause.getMessage().isBlank();
  }

  /** By its name: this package knows no library of tensors. */
  private static boolean isPyTorch(Throwable cause) {
    return cause.getClass().getName().startsWith("ai.djl.");
  }

  private static boolean isNativeOutOfMemory(Throwable cause) {
    var message = String.valueOf(cause.getMessage());
    return isPyTorch(cause)
        && (message.contains("can't allocate memory") || message.contains("out of memory"));
  }

  /** Whether a GPU's memory was too small for what was tried: less of it may still fit. */
  public static boolean isGpuOutOfMemory(Throwable cause) {
    var message = String.valueOf(cause.getMessage());
    return isPyTorch(cause)
        && (message.contains("CUDA") && message.contains("out of memory")
            || message.contains("_STATUS_ALLOC_FAILED"));
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("without a word");
  }

  /** A bug: what is needed to fix it, in one line. */
  private static String unexpected(Throwable cause) {
    var place =
        Stream.of(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("sc.fiji.sparsevit"))
            .findFirst()
            .map(frame -> " at " + frame.getClassName() + ":" + frame.getLineNumber())
            .orElse("");
    var message = cause.getMessage() == null ? "" : " (" + firstLine(cause) + ")";
    return "failed unexpectedly: "
        + cause.getClass().getSimpleName()
        + message
        + place
        + "; this is a bug, please report it with this line";
  }
}
