/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of image files that are read, recognized by their first bytes and never by their name.
 */
public enum ImageFormat {
  PNG("\u0089PNG\r\n\u001a\n"),
  JPEG("\u00ff\u00d8\u00ff"),
  TIFF("II*\0", "MM\0*", "II+\0", "MM\0+"),
  GIF("GIF87a", "GIF89a"),
  BMP("BM");

  private static final int LONGEST_SIGNATURE = 8;

  private static final Set<String> EXTENSIONS =
      Set.of("png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp");

  private final List<String> signatures;

  ImageFormat(String... signatures) {
    this.signatures = List.of(signatures);
  }

  /**
   * Looks at the start of a file.
   *
   * @throws ImageFileException if there is no such file, it is empty, or of another kind
   */
  static ImageFormat of(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new ImageFileException(path, "does not exist; check the path");
    }
    if (Files.isDirectory(path)) {
      throw new ImageFileException(path, "is a folder; choose an image file in it");
    }
    if (!Files.isRegularFile(path)) {
      // Whoever opens a pipe waits for somebody to write into it, perhaps for ever.
      throw new ImageFileException(path, "is not a regular file; copy its content into one");
    }
    if (!Files.isReadable(path)) {
      throw new ImageFileException(path, "cannot be read; check its permissions");
    }
    byte[] start = start(path);
    if (start.length == 0) {
      throw new ImageFileException(path, "is empty; get a complete copy");
    }
    var format = of(start);
    if (format.isEmpty()) {
      throw new ImageFileException(path, unknown(path, start));
    }
    return format.get();
  }

  private static Optional<ImageFormat> of(byte[] start) {
    return Arrays.stream(values())
        .filter(
            format -> format.signatures.stream().anyMatch(known -> Signatures.match(known, start)))
        .findFirst();
  }

  /**
   * Whether a file starts as a picture does, whatever its name is. BMP's two letters prove nothing
   * and do not count.
   */
  public static boolean isStartOf(Path file) throws IOException {
    return of(start(file)).filter(format -> format != BMP).isPresent();
  }

  private static String unknown(Path path, byte[] start) throws IOException {
    if (Signatures.match("%PDF-", start)) {
      return "is a PDF; use batch or Screen Folder to analyze its images";
    }
    var unread = UnreadFormat.of(path);
    if (unread.isPresent()) {
      return unread.get().reason();
    }
    boolean named = path.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    return (named
            ? "is neither a PDF nor an image (PNG, JPEG, TIFF, GIF or BMP)"
            : "is not a PNG, JPEG, TIFF, GIF or BMP file")
        + ", despite its name; open it in the program that wrote it and save it in one of these"
        + " formats";
  }

  /** What names of files of these kinds end with, in lower case and without a dot. */
  public static Set<String> extensions() {
    return EXTENSIONS;
  }

  private static byte[] start(Path path) throws IOException {
    try (var stream = Files.newInputStream(path)) {
      return stream.readNBytes(LONGEST_SIGNATURE);
    }
  }
}
