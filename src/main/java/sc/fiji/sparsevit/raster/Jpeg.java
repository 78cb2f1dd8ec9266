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

/**
 * JPEG by the JDK's own coder, which is the IJG's: quality has the meaning it has there.
 *
 * @param quality 1-100, the IJG's scale
 * @param fullChroma 4:4:4 if true, else 4:2:0
 */
public record Jpeg(int quality, boolean fullChroma) {

  private static final String METADATA_FORMAT = "javax_imageio_jpeg_image_1.0";

  public Jpeg {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("JPEG quality must be 1 to 100, not " + quality);
    }
  }

  /** What is left of the picture after it was saved and opened. */
  public RgbRaster recompress(RgbRaster picture) {
    return decode(encode(picture));
  }

  /**
   * What is left of a picture that was cut out of a larger file: the 8x8 grid starts dx pixels left
   * of and dy pixels above it.
   */
  public RgbRaster recompress(RgbRaster picture, int dx, int dy) {
    var wider = picture.crop(-dx, -dy, picture.width() + dx, picture.height() + dy);
    return recompress(wider).crop(dx, dy, picture.width(), picture.height());
  }

  /** The bytes of a JPEG file. */
  public byte[] encode(RgbRaster picture) {
    try {
      return encode(picture, JavaCodecs.writer("JPEG").createWriterInstance(null));
    } catch (IOException e) {
      throw new UncheckedIOException("a picture could not be coded as JPEG in memory", e);
    }
  }

  private byte[] encode(RgbRaster picture, ImageWriter writer) throws IOException {
    var image = picture.toBufferedImage();
    var bytes = new ByteArrayOutputStream(picture.pixels() / 4);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(quality / 100f);
      IIOMetadata metadata = null;
      if (fullChroma) {
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

  /** The picture in the bytes of a JPEG file. */
  public static RgbRaster decode(byte[] file) {
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
