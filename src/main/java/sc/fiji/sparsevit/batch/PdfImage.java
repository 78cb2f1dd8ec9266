/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import sc.fiji.sparsevit.batch.Picture.Decoded;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.MemoryNeed;
import sc.fiji.sparsevit.report.ProvenanceReader;

/**
 * A raster image of a PDF, at its own resolution, without the masks that cut it out on the page.
 */
record PdfImage(Path file, PDImage image) {
  /** Their JPEGs mean the same outside of the PDF. */
  private static final Set<String> PLAIN_COLOURS =
      Set.of("DeviceRGB", "DeviceGray", "CalRGB", "CalGray", "ICCBased");

  private static final List<String> JPEG = List.of(COSName.DCT_DECODE.getName(), "DCT");

  long pixels() {
    return (long) image.getWidth() * image.getHeight();
  }

  Decoded decode() throws IOException {
    MemoryNeed.check(file, pixels(), 1, Integer.BYTES);
    if (isPlainJpeg()) {
      return decodeJpeg();
    }
    BufferedImage pixels = image.isStencil() ? stencil() : opaque();
    if (pixels == null) {
      throw new IOException(
          "'"
              + file
              + "' has an image that is coded as "
              + image.getSuffix()
              + ", which cannot be read here; extract it with another program");
    }
    return PdfSource.decoded(pixels, "in a PDF, " + format());
  }

  private String format() {
    return image.getSuffix() == null ? "not JPEG" : image.getSuffix();
  }

  private boolean isPlainJpeg() throws IOException {
    if (!"jpg".equals(image.getSuffix()) || image.getDecode() != null || image.isStencil()) {
      return false;
    }
    PDColorSpace colours = image.getColorSpace();
    return PLAIN_COLOURS.contains(colours.getName()) && colours.getNumberOfComponents() != 4;
  }

  /** As the file that was put into the PDF, with its traces and its pixels untouched. */
  private Decoded decodeJpeg() throws IOException {
    var jpeg = Files.createTempFile("sparsevit-", ".jpg");
    try {
      try (var stream = image.createInputStream(JPEG)) {
        Files.write(jpeg, stream.readAllBytes());
      }
      return new Decoded(ImageFile.openAsStored(jpeg).rgb(), ProvenanceReader.read(jpeg));
    } finally {
      Files.delete(jpeg);
    }
  }

  private BufferedImage opaque() throws IOException {
    return image instanceof PDImageXObject object ? object.getOpaqueImage() : image.getImage();
  }

  /** Ink on paper. */
  private BufferedImage stencil() throws IOException {
    var ink = image.getStencilImage(Color.BLACK);
    var paper = new BufferedImage(ink.getWidth(), ink.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = paper.createGraphics();
    graphics.drawImage(ink, 0, 0, Color.WHITE, null);
    graphics.dispose();
    return paper;
  }
}
