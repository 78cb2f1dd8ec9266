/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Pictures that went through a JPEG file, as Java's own coder makes it. */
final class Saved {

  private Saved() {}

  static ColorProcessor asJpeg(ColorProcessor picture, int quality) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var options = writer.getDefaultWriteParam();
      options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      options.setCompressionQuality(quality / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture.getBufferedImage(), null, null), options);
    } finally {
      writer.dispose();
    }
    var read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    return (ColorProcessor) new ImagePlus("", read).getProcessor().convertToRGB();
  }
}
