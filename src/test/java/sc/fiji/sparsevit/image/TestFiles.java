/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Bytes of small image files of every kind. */
final class TestFiles {

  private TestFiles() {}

  static BufferedImage rgb(int width, int... colors) {
    var image = new BufferedImage(width, colors.length / width, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, width, image.getHeight(), colors, 0, width);
    return image;
  }

  static BufferedImage gray(int width, int... values) {
    var image = new BufferedImage(width, values.length / width, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setPixels(0, 0, width, image.getHeight(), values);
    return image;
  }

  static BufferedImage chelsea() {
    try {
      return ImageIO.read(TestFiles.class.getResource("/images/chelsea.png"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encode(RenderedImage image, String format) throws IOException {
    return encode(new IIOImage(image, null, null), format);
  }

  static byte[] encode(IIOImage image, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = writer(format);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(image);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] tiff(RenderedImage image, String compression) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = writer("tif");
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionType(compression);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** Several pages in one file. */
  static byte[] encode(String format, List<IIOImage> pages) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = writer(format);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (var page : pages) {
        writer.writeToSequence(page, null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** What a format says about a picture by default, to be changed before it is written. */
  static IIOMetadata metadata(String format, ImageTypeSpecifier type) {
    return writer(format).getDefaultImageMetadata(type, null);
  }

  /** Java's own: others on the class path refuse some kinds of pixels. */
  private static ImageWriter writer(String format) {
    var writers = ImageIO.getImageWritersBySuffix(format);
    while (writers.hasNext()) {
      var writer = writers.next();
      if (writer.getClass().getName().startsWith("com.sun.")) {
        return writer;
      }
    }
    throw new IllegalArgumentException("no writer for " + format);
  }

  /** An EXIF block that says nothing but the orientation. */
  static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("II*\0".getBytes(StandardCharsets.US_ASCII))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 0x112)
        .putShort((short) 3)
        .putInt(1)
        .putInt(orientation)
        .putInt(0)
        .array();
  }

  /** The JPEG file with one more segment after its first two bytes. */
  static byte[] withSegment(byte[] jpeg, int marker, String name, byte[] content) {
    byte[] identifier = name.getBytes(StandardCharsets.US_ASCII);
    int length = 2 + identifier.length + content.length;
    return ByteBuffer.allocate(jpeg.length + 2 + length)
        .put(jpeg, 0, 2)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) length)
        .put(identifier)
        .put(content)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  /** The PNG file with one more chunk after its header. */
  static byte[] withChunk(byte[] png, String type, byte[] content) {
    int header = 8 + 25;
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(content);
    return ByteBuffer.allocate(png.length + 12 + content.length)
        .put(png, 0, header)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) crc.getValue())
        .put(png, header, png.length - header)
        .array();
  }
}
