/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads image files: ImageJ's own TIFFs with ImageJ, everything else through Image I/O. */
final class ImageFileReader {

  private ImageFileReader() {}

  /**
   * @param upright whether to turn a photograph as its EXIF orientation says
   */
  static ImageFile read(Path path, boolean upright) throws IOException {
    var format = ImageFormat.of(path);
    return reading(
        path,
        format,
        () -> {
          if (format == ImageFormat.TIFF && ImageJTiff.isOne(path)) {
            var opened = ImageJTiff.read(path);
            int normal = ExifOrientation.NORMAL.value();
            return new ImageFile(path, format, opened.image(), false, normal, 0, opened.notes());
          }
          var orientation = upright ? ExifOrientation.of(path, format) : ExifOrientation.NORMAL;
          return readPages(path, format, orientation);
        });
  }

  /** Part of reading a file. */
  interface Decoding<T> {
    T run() throws IOException;
  }

  /** What goes wrong on the way becomes one sentence that names the file. */
  static <T> T reading(Path path, ImageFormat format, Decoding<T> decoding) throws IOException {
    try {
      return decoding.run();
    } catch (ImageFileException e) {
      throw e;
    } catch (UnreadKindException e) {
      throw new ImageFileException(path, e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      // decoders answer damaged data with any kind of exception
      throw new ImageFileException(path, unreadable(format, e), e);
    }
  }

  static String unreadable(ImageFormat format, Exception e) {
    return "cannot be read as " + format + " (" + reason(e) + "); get a complete copy";
  }

  private static String reason(Exception e) {
    if (e instanceof EOFException) {
      return "it is truncated";
    }
    boolean said = e instanceof IOException || e instanceof IllegalArgumentException;
    return said && e.getMessage() != null ? e.getMessage() : "it contradicts itself";
  }

  private static ImageFile readPages(Path path, ImageFormat format, ExifOrientation orientation)
      throws IOException {
    try (var pages = new PageReader(path, format)) {
      int width = pages.width(0);
      int height = pages.height(0);
      MemoryNeed.check(path, (long) width * height, pages.count(), pages.pixelBytes());
      var first = pages.read(0);
      var stack = new PageStack(first, orientation);
      int omitted = 0;
      for (int page = 1; page < pages.count(); page++) {
        boolean fits = pages.width(page) == width && pages.height(page) == height;
        if (!fits || !stack.add(pages.read(page))) {
          omitted++;
        }
      }
      return new ImageFile(
          path,
          format,
          stack.image(path.getFileName().toString()),
          first.getColorModel().hasAlpha(),
          orientation.value(),
          omitted,
          notes(pages, omitted));
    }
  }

  private static List<String> notes(PageReader pages, int omitted) {
    var notes = new ArrayList<>(pages.notes());
    if (omitted > 0) {
      notes.add(omitted + " pages that differ from the first in size or kind were left out");
    }
    return notes;
  }

  /** A page alone, as if it were a file of its own. */
  static ImageFile readPage(
      Path path, ImageFormat format, PageReader pages, int page, ExifOrientation orientation)
      throws IOException {
    MemoryNeed.check(path, (long) pages.width(page) * pages.height(page), 1, pages.pixelBytes());
    var decoded = pages.read(page);
    var image = new PageStack(decoded, orientation).image(path.getFileName().toString());
    boolean alpha = decoded.getColorModel().hasAlpha();
    return new ImageFile(path, format, image, alpha, orientation.value(), 0, pages.notes());
  }
}
