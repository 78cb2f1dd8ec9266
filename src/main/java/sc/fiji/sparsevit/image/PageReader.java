/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Decodes the pages of a file one after the other. */
final class PageReader implements Closeable {

  private final Path path;
  private final ImageReader reader;
  private final ImageInputStream stream;
  private final int count;
  private final GifCanvas canvas;
  private String damage;

  PageReader(Path path, ImageFormat format) throws IOException {
    this.path = path;
    boolean jpeg = format == ImageFormat.JPEG;
    boolean gif = format == ImageFormat.GIF;
    stream = jpeg ? JpegFile.withoutProfile(path) : new FileImageInputStream(path.toFile());
    reader = ImageReaders.of(format);
    reader.setInput(stream, false, !gif);
    reader.addIIOReadWarningListener((source, warning) -> note(warning));
    count = jpeg ? 1 : reader.getNumImages(true);
    canvas = gif && count > 1 ? GifCanvas.of(reader) : null;
    if (count < 1) {
      throw new IOException("there is no picture in it");
    }
  }

  int count() {
    return count;
  }

  int width(int page) throws IOException {
    return canvas == null ? reader.getWidth(page) : canvas.width();
  }

  int height(int page) throws IOException {
    return canvas == null ? reader.getHeight(page) : canvas.height();
  }

  /** Bytes that one pixel takes as it is decoded. */
  int pixelBytes() throws IOException {
    return Math.max(1, type(0).getColorModel().getPixelSize() / Byte.SIZE);
  }

  BufferedImage read(int page) throws IOException {
    var image = isFloating(page) ? unclamped(page) : reader.read(page);
    if (damage != null) {
      throw new ImageFileException(
          path, "is damaged or cut off (" + damage + "); get a complete copy");
    }
    return canvas == null ? image : canvas.draw(image, page);
  }

  private ImageTypeSpecifier type(int page) throws IOException {
    return reader.getImageTypes(page).next();
  }

  private boolean isFloating(int page) throws IOException {
    int kind = type(page).getSampleModel().getTransferType();
    return kind == DataBuffer.TYPE_FLOAT || kind == DataBuffer.TYPE_DOUBLE;
  }

  /** As pictures, floating-point values would be held between 0 and 1. */
  private BufferedImage unclamped(int page) throws IOException {
    var raster = (WritableRaster) reader.readRaster(page, null);
    return new BufferedImage(type(page).getColorModel(), raster, false, null);
  }

  /** The JPEG decoder fills what is missing with gray and does no more than warn. */
  private void note(String warning) {
    boolean harmless = warning.contains("extraneous bytes");
    if (!harmless && (warning.startsWith("Corrupt JPEG") || warning.startsWith("Truncated"))) {
      damage = warning;
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
