/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Decodes the pages of a file one after the other. */
final class PageReader implements Closeable {

  private final ImageReader reader;
  private final ImageInputStream stream;
  private final int count;
  private GifCanvas canvas;
  private int drawn;
  private final JpegFile jpeg;
  private final List<TiffPage> tiff;
  private String damage;
  private List<String> notes = List.of();

  PageReader(Path path, ImageFormat format) throws IOException {
    jpeg = format == ImageFormat.JPEG ? JpegFile.of(Files.readAllBytes(path), null) : null;
    reader = ImageReaders.of(format);
    stream = jpeg == null ? new FileImageInputStream(path.toFile()) : jpeg.stream();
    try {
      tiff = format == ImageFormat.TIFF ? TiffPage.of(stream) : List.of();
      if (!tiff.isEmpty()) {
        tiff.get(0).requireRead(); // before its size is asked for, which would fail in other words
        stream.seek(0);
        notes = ImageJTiff.notes(path);
        reader.addIIOReadWarningListener((source, warning) -> note(warning));
      }
      if (format == ImageFormat.PNG || format == ImageFormat.GIF) {
        notes = FileEnd.notes(path, format);
      }
      boolean gif = format == ImageFormat.GIF;
      reader.setInput(stream, false, !gif);
      count = jpeg == null ? reader.getNumImages(true) : 1;
      canvas = gif && count > 1 ? GifCanvas.of(reader) : null;
      if (count < 1) {
        throw new IOException("it contains no image");
      }
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
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
    return jpeg == null
        ? Math.max(1, type(0).getColorModel().getPixelSize() / Byte.SIZE)
        : jpeg.components();
  }

  /** What is to be known of the pages read so far. */
  List<String> notes() {
    return notes;
  }

  BufferedImage read(int page) throws IOException {
    if (jpeg != null) {
      var decoded = DecodedJpeg.read(jpeg, reader);
      notes = decoded.notes();
      return decoded.image();
    }
    if (canvas != null) {
      return readFrame(page);
    }
    var image = tiff.isEmpty() ? reader.read(page) : readTiff(page);
    if (damage != null) {
      throw new IOException(damage);
    }
    return image;
  }

  /** Each frame paints over those before it. */
  private BufferedImage readFrame(int frame) throws IOException {
    if (frame < drawn) {
      canvas = GifCanvas.of(reader);
      drawn = 0;
    }
    while (drawn < frame) {
      canvas.draw(reader.read(drawn), drawn);
      drawn++;
    }
    drawn++;
    return canvas.draw(reader.read(frame), frame);
  }

  /** As pictures, values would be held between 0 and 1, or lose their sign. */
  private BufferedImage readTiff(int page) throws IOException {
    var kind = tiff.get(page);
    kind.requireRead();
    if (!kind.hasItsEnd(stream)) {
      add(FaxEnd.MISSING);
    }
    var unread = kind.unreadChannels();
    unread.ifPresent(this::add);
    if (kind.isMeasured()) {
      return kind.measured(reader.readRaster(page, null));
    }
    return unread.isPresent()
        ? kind.firstChannels(reader.readRaster(page, null))
        : reader.read(page);
  }

  private void add(String note) {
    notes = Stream.concat(notes.stream(), Stream.of(note)).distinct().toList();
  }

  private ImageTypeSpecifier type(int page) throws IOException {
    return reader.getImageTypes(page).next();
  }

  /** Of the JPEGs that a TIFF may hold. */
  private void note(String warning) {
    if (DecodedJpeg.isDamage(warning)) {
      damage = warning;
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
