/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Reads and writes pictures of 8 bits. */
public final class PictureIo {
  private PictureIo() {}

  static ColorProcessor read(Path file) throws IOException {
    var picture = ImageIO.read(file.toFile());
    if (picture == null) {
      throw new IOException(file + " is not a picture that can be read; leave it out.");
    }
    return new ImagePlus("", picture).getProcessor().convertToColorProcessor();
  }

  static void writePng(BufferedImage picture, Path file) throws IOException {
    ImageIO.write(picture, "png", file.toFile());
  }

  /**
   * @param quality 1 to 100
   */
  static void writeJpeg(ColorProcessor picture, int quality, Path file) throws IOException {
    Files.write(file, jpeg(picture, quality));
  }

  /** What is read from a JPEG file with the picture. */
  public static ColorProcessor throughJpeg(ColorProcessor picture, int quality) throws IOException {
    return new ColorProcessor(ImageIO.read(new ByteArrayInputStream(jpeg(picture, quality))));
  }

  private static byte[] jpeg(ColorProcessor picture, int quality) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(bytes)) {
      var settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality / 100f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(picture.getBufferedImage(), null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static ColorProcessor crop(ColorProcessor picture, int x, int y, int width, int height) {
    picture.setRoi(x, y, width, height);
    var crop = (ColorProcessor) picture.crop();
    picture.resetRoi();
    return crop;
  }

  /** As large a part of the picture as there is, from anywhere in it. */
  static ColorProcessor crop(ColorProcessor picture, int width, int height, Chance chance) {
    int w = Math.min(width, picture.getWidth());
    int h = Math.min(height, picture.getHeight());
    int x = chance.between(0, picture.getWidth() - w);
    int y = chance.between(0, picture.getHeight() - h);
    return crop(picture, x, y, w, h);
  }

  /** How much its brightness varies: the standard deviation in gray levels. */
  static double contrast(ColorProcessor picture) {
    return picture.convertToByteProcessor(false).getStats().stdDev;
  }
}
