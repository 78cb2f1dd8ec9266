/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What was analyzed.
 *
 * @param name of the file or image
 * @param path of its file, absolute; null if there is none
 * @param page of the document that it comes from, from 1; null if it comes from none
 * @param places where it is placed on the pages of a PDF; null outside of PDFs
 * @param sha256 in hexadecimal
 * @param sha256Of {@link #FILE}, or {@link #PIXELS} where there is no file or it was edited
 * @param width in pixels
 * @param height in pixels
 * @param pictures slices times frames
 */
public record RecordedInput(
    String name,
    String path,
    Integer page,
    List<PdfPosition> places,
    String sha256,
    String sha256Of,
    int width,
    int height,
    int pictures) {

  /** The hash is that of the file's bytes. */
  public static final String FILE = "file";

  /** The hash is that of the pixels as they were seen: R, G, B of each, row by row. */
  public static final String PIXELS = "pixels";

  /** An image file as it is on the disk. */
  public static RecordedInput file(Path file, String sha256, int width, int height, int pictures) {
    return new RecordedInput(
        file.getFileName().toString(),
        file.toAbsolutePath().normalize().toString(),
        null,
        null,
        sha256,
        FILE,
        width,
        height,
        pictures);
  }

  /** An image that is in no file, or not as the file has it. */
  public static RecordedInput pixels(
      String name, String sha256, int width, int height, int pictures) {
    return new RecordedInput(name, null, null, null, sha256, PIXELS, width, height, pictures);
  }
}
