/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import sc.fiji.sparsevit.batch.InputPicture.Decoded;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.MemoryNeed;
import sc.fiji.sparsevit.report.ProvenanceReader;

/**
 * A raster image of a PDF, at its own resolution, without the masks that cut it out on the page.
 */
record PdfImage(Path file, PDImage image) {
  /** Their JPEGs mean the same outside of the PDF. */
  private static final Set<String> PLAIN_COLORS =
      Set.of("DeviceRGB", "DeviceGray", "CalRGB", "CalGray", "ICCBased");

  private static final List<String> JPEG = List.of(COSName.DCT_DECODE.getName(), "DCT");

  private static final List<String> DEFLATED = List.of(COSName.FLATE_DECODE.getName(), "Fl");

  /** Whether a mask of the image's own resolution lets be seen what lies below it. */
  static boolean isTransparent(PDImageXObject image) {
    var mask = image.getCOSObject().getCOSStream(COSName.SMASK);
    if (mask == null) {
      mask = image.getCOSObject().getCOSStream(COSName.MASK);
    }
    return mask != null
        && mask.getInt(COSName.WIDTH) == image.getWidth()
        && mask.getInt(COSName.HEIGHT) == image.getHeight();
  }

  long pixels() {
    return (long) image.getWidth() * image.getHeight();
  }

  Decoded decode() throws IOException {
    MemoryNeed.check(file, pixels(), 1, Integer.BYTES);
    if (isPlainJpeg()) {
      return decodeJpeg();
    }
    if (isCodedAsSamples()) {
      requireAllSamples();
    }
    return PdfSource.decoded(read(), "in a PDF, coded " + coding());
  }

  /** With the transparency that its mask gives it. */
  BufferedImage layer() throws IOException {
    MemoryNeed.check(file, pixels(), 2, Integer.BYTES);
    if (isCodedAsSamples()) {
      requireAllSamples();
    }
    return image.getImage();
  }

  private BufferedImage read() throws IOException {
    try {
      var pixels = image.isStencil() ? stencil() : opaque();
      if (pixels != null) {
        return pixels;
      }
    } catch (MissingImageReaderException e) {
      throw new IOException(unreadable(), e);
    }
    throw new IOException(unreadable());
  }

  private String unreadable() {
    return "is coded " + coding() + ", which is not read here; extract it with another program";
  }

  /** Rather than as JPEG, JPEG 2000 or fax. */
  private boolean isCodedAsSamples() {
    return "png".equals(image.getSuffix());
  }

  /** What is missing or damaged would be shown as black or as noise, without a word. */
  private void requireAllSamples() throws IOException {
    try (var samples = samples()) {
      long bytes = samples.transferTo(OutputStream.nullOutputStream());
      if (bytes < image.getHeight() * bytesPerRow()) {
        throw new IOException("has data for a part of it only; get a complete copy");
      }
    } catch (ZipException | EOFException e) {
      throw new IOException("has damaged data (" + e.getMessage() + "); get a complete copy", e);
    }
  }

  /** Inflates strictly, where PDFBox goes on with what it could read. */
  private InputStream samples() throws IOException {
    return isDeflated()
        ? new InflaterInputStream(image.createInputStream(DEFLATED))
        : image.createInputStream();
  }

  private boolean isDeflated() {
    var filters = image.getCOSObject().getDictionaryObject(COSName.FILTER, COSName.F);
    var last =
        filters instanceof COSArray several && several.size() > 0
            ? several.getObject(several.size() - 1)
            : filters;
    return last instanceof COSName name && DEFLATED.contains(name.getName());
  }

  private long bytesPerRow() throws IOException {
    int samples = image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
    return ((long) image.getWidth() * samples * image.getBitsPerComponent() + 7) / 8;
  }

  /** How the pixels are coded, in words. */
  private String coding() {
    var suffix = image.getSuffix();
    return switch (suffix == null ? "" : suffix) {
      case "png" -> "without loss";
      case "jpg" -> "as JPEG";
      case "jpx" -> "as JPEG 2000";
      case "tiff" -> "as fax (CCITT)";
      case "jb2" -> "as JBIG2";
      default -> "in an unknown way";
    };
  }

  private boolean isPlainJpeg() throws IOException {
    if (!"jpg".equals(image.getSuffix()) || image.getDecode() != null || image.isStencil()) {
      return false;
    }
    PDColorSpace colors = image.getColorSpace();
    return PLAIN_COLORS.contains(colors.getName()) && colors.getNumberOfComponents() != 4;
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
