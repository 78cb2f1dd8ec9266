/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads image files: ImageJ's own TIFFs with ImageJ, everything else through Image I/O. */
final class ImageFileReader {

  private ImageFileReader() {}

  /**
   * @param upright whether to turn a photograph as its EXIF orientation says
   */
  static ImageFile read(Path path, boolean upright) throws IOException {
    var format = ImageFormat.of(path);
    try {
      if (format == ImageFormat.TIFF && ImageJTiff.isOne(path)) {
        var image = ImageJTiff.read(path);
        return new ImageFile(path, format, image, false, ExifOrientation.NORMAL.value(), 0);
      }
      var orientation = upright ? ExifOrientation.of(path, format) : ExifOrientation.NORMAL;
      return readPages(path, format, orientation);
    } catch (ImageFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // decoders answer damaged data with any kind of exception
      throw new ImageFileException(
          path, "cannot be read as " + format + " (" + reason(e) + "); get a complete copy", e);
    }
  }

  private static String reason(Exception e) {
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static ImageFile readPages(Path path, ImageFormat format, ExifOrientation orientation)
      throws IOException {
    try (var pages = new PageReader(path, format)) {
      long pixels = (long) pages.width(0) * pages.height(0);
      MemoryNeed.check(path, pixels, pages.count(), pages.pixelBytes());
      var decoded = pages.read(0);
      boolean alpha = decoded.getColorModel().hasAlpha();
      var first = upright(decoded, orientation);
      var stack = new ImageStack(first.get(0).getWidth(), first.get(0).getHeight());
      first.forEach(stack::addSlice);
      for (int page = 1; page < pages.count(); page++) {
        if (pages.width(page) == pages.width(0) && pages.height(page) == pages.height(0)) {
          var next = upright(pages.read(page), orientation);
          if (next.size() == first.size()
              && next.get(0).getBitDepth() == first.get(0).getBitDepth()) {
            next.forEach(stack::addSlice);
          }
        }
      }
      int channels = first.size();
      var image = new ImagePlus(path.getFileName().toString(), stack);
      int omitted = pages.count() - stack.size() / channels;
      return new ImageFile(
          path, format, displayed(image, channels), alpha, orientation.value(), omitted);
    }
  }

  private static List<ImageProcessor> upright(BufferedImage page, ExifOrientation orientation) {
    return Processors.of(page).stream().map(orientation::upright).toList();
  }

  private static ImagePlus displayed(ImagePlus image, int channels) {
    image.setDimensions(channels, image.getStackSize() / channels, 1);
    var shown = channels == 1 ? image : new CompositeImage(image, CompositeImage.COMPOSITE);
    FullRange.together(shown);
    return shown;
  }
}
