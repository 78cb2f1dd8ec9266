/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.sparsevit.image.ImageFormat;
import sc.fiji.sparsevit.io.SkippedInput;

/** An input that is open: its pictures are decoded one after the other, as they are asked for. */
sealed interface PictureSource extends Closeable permits ImageSource, PdfSource, OfficeSource {

  /**
   * Opens an image file, a PDF, a Word or PowerPoint document or an EPUB, recognized by its first
   * bytes.
   *
   * @param dotsPerInch at which PDF pages without a raster image are drawn; 0 leaves them out
   * @throws IOException if it is none of these or damaged; the message is a sentence
   */
  static PictureSource open(Path file, int dotsPerInch) throws IOException {
    return open(file, dotsPerInch, 0);
  }

  /**
   * @param depth how many other files it was found in
   */
  static PictureSource open(Path file, int dotsPerInch, int depth) throws IOException {
    if (isPdf(file)) {
      return PdfSource.open(file, dotsPerInch, depth);
    }
    return OfficeSource.isDocument(file)
        ? OfficeSource.open(file, dotsPerInch, depth)
        : new ImageSource(file);
  }

  /**
   * Whoever opens a pipe waits for somebody to write into it, perhaps for ever.
   *
   * @throws IOException if there is something else than a file or folder
   */
  static void requireFile(Path file) throws IOException {
    if (Files.exists(file) && !Files.isDirectory(file) && !Files.isRegularFile(file)) {
      throw new IOException("is not a regular file; copy its content into one");
    }
  }

  /** Whether a file whose name says nothing starts as a picture or a document with pictures. */
  static boolean isUnnamed(Path file) throws IOException {
    return ImageFormat.isStartOf(file) || isPdf(file) || OfficeSource.isDocumentWithMedia(file);
  }

  /** All of them, in the order of the pages. */
  List<InputPicture> pictures();

  /** What of the input could not be read, while the rest can. */
  List<SkippedInput> problems();

  private static boolean isPdf(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var stream = Files.newInputStream(file)) {
      // The standard lets other bytes come before the header.
      return new String(stream.readNBytes(1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
    }
  }
}
