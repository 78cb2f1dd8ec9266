/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file that is never visible half-written: into a temporary sibling first, which is moved
 * over the target once it is complete.
 *
 * <pre>{@code
 * WholeFile.write(path, part -> Files.writeString(part, text));
 * }</pre>
 */
public final class WholeFile {
  private static final String START = ".sparsevit-";
  private static final String END = ".part";

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code part}, a path where no file exists yet. */
    void writeTo(Path part) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes {@code content} to {@code file}, replacing what was there only when all is written.
   *
   * @throws IOException if it could not be written; {@code file} is then as it was, and the message
   *     names it
   */
  public static void write(Path file, Content content) throws IOException {
    // The name does not build on the target's, which may already be as long as names can be.
    var part = temporary(file.toAbsolutePath().getParent());
    try {
      content.writeTo(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IOException(
          "Could not write "
              + file
              + " ("
              + reason(e)
              + "); choose a writable folder with free space.",
          e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The path of a new temporary file, which {@link #removeParts} removes if nobody else did. */
  public static Path temporary(Path folder) {
    return folder.resolve(START + UUID.randomUUID() + END);
  }

  /**
   * Removes the temporary files that a process left in a folder when it was killed. Only for who
   * knows that no other process writes there.
   */
  public static void removeParts(Path folder) throws IOException {
    try (var parts = Files.newDirectoryStream(folder, START + "*" + END)) {
      for (var part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** What a file system says names the file again; a full disk names nothing. */
  private static String reason(IOException e) {
    var reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return reason != null ? reason : e.getClass().getSimpleName();
  }
}
