/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import sc.fiji.sparsevit.io.JavaCodecs;

/** JPEG files by Java's own coder, which is the IJG's. */
public final class JpegFiles {

  private static final String METADATA_FORMAT = "javax_imageio_jpeg_image_1.0";

  private JpegFiles() {}

  /** The bytes of a file. */
  public static byte[] encode(RgbRaster picture, Jpeg jpeg) {
    try {
      return encode(picture, jpeg, JavaCodecs.writer("JPEG").createWriterInstance(null));
    } catch (IOException e) {
      throw new UncheckedIOException("a picture could not be coded as JPEG in memory", e);
    }
  }

  private static byte[] encode(RgbRaster picture, Jpeg jpeg, ImageWriter writer)
      throws IOException {
    var image = picture.toBufferedImage();
    var bytes = new ByteArrayOutputStream(picture.pixels() / 4);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(jpeg.quality() / 100f);
      IIOMetadata metadata = null;
      if (jpeg.fullChroma()) {
        metadata =
            writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), parameters);
        keepChroma(metadata);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, metadata), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The picture in the bytes of a file. */
  static RgbRaster decode(byte[] file) {
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      var reader = JavaCodecs.reader("JPEG").createReaderInstance(null);
      try {
        reader.setInput(stream, true, true);
        return RgbRaster.of(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a JPEG just written could not be read back", e);
    }
  }

  private static void keepChroma(IIOMetadata metadata) throws IIOInvalidTreeException {
    var tree = (IIOMetadataNode) metadata.getAsTree(METADATA_FORMAT);
    var luma = (Element) tree.getElementsByTagName("componentSpec").item(0);
    luma.setAttribute("HsamplingFactor", "1");
    luma.setAttribute("VsamplingFactor", "1");
    metadata.setFromTree(METADATA_FORMAT, tree);
  }
}
