/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.ImagePlus;
import ij.Prefs;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.sparsevit.io.WholeFile;

/** Writes ImageJ's TIFF, with an exception rather than a dialog when that fails. */
final class TiffFile {
  /** Offsets in a TIFF have 32 bits; the pixels are most of it. */
  private static final long LARGEST = (1L << 32) - (1L << 24);

  private TiffFile() {}

  static void write(ImagePlus image, Path file) throws IOException {
    long bytes = (long) image.getBytesPerPixel() * image.getWidth() * image.getHeight();
    if (bytes * image.getStackSize() > LARGEST) {
      throw new IOException(
          file + " would exceed the 4 GB limit of TIFF; analyze the image in parts");
    }
    var info = image.getFileInfo();
    info.description = new FileSaver(image).getDescriptionString();
    WholeFile.write(
        file,
        part -> {
          try (var out = new BufferedOutputStream(Files.newOutputStream(part))) {
            encoder(info).write(out);
          }
        });
  }

  /**
   * Writes little-endian numbers. The encoder asks ImageJ's preferences, once, when it is made: in
   * Fiji they say otherwise than in the shell, but a file has the same bytes wherever it is made.
   */
  private static synchronized TiffEncoder encoder(FileInfo info) {
    boolean preferred = Prefs.intelByteOrder;
    Prefs.intelByteOrder = true;
    try {
      return new TiffEncoder(info);
    } finally {
      Prefs.intelByteOrder = preferred;
    }
  }
}
