/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.ImagePlus;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures of an image file, decoded one at a time: those of a TIFF, each of whatever size and
 * kind, the frames of a GIF as they are seen, or the only one of another file. Unlike the slices of
 * an {@link ImageFile}, each page is displayed from its own minimum to its own maximum, as it would
 * be in a file of its own.
 *
 * <pre>{@code
 * try (var pages = ImagePages.open(path)) {
 *   for (int page = 0; page < pages.count(); page++) {
 *     RgbImage seen = pages.read(page);
 *   }
 * }
 * }</pre>
 */
public abstract sealed class ImagePages implements Closeable {

  /**
   * @throws ImageFileException if the file is missing, empty, of another kind, damaged or cut off
   */
  public static ImagePages open(Path path) throws IOException {
    var format = ImageFormat.of(path);
    return ImageFileReader.reading(
        path,
        format,
        () ->
            format == ImageFormat.TIFF && ImageJTiff.isOne(path)
                ? new Stack(path, ImageJTiff.read(path))
                : new Pages(path, format));
  }

  /** How many pictures there are, at least one. */
  public abstract int count();

  /** Pixels of one of them, {@code page} from 0 on, before it is decoded. */
  public abstract long pixels(int page) throws IOException;

  /**
   * Decodes one of them, {@code page} from 0 on. A photograph is turned upright.
   *
   * @throws ImageFileException if it is damaged, cut off or too large, or has no finite value
   */
  public abstract RgbImage read(int page) throws IOException;

  /** An ImageJ stack, which ImageJ decodes as a whole. */
  private static final class Stack extends ImagePages {
    private final Path path;
    private final ImagePlus image;
    private final List<String> notes;
    private final List<StackPosition> positions;

    Stack(Path path, ImageJTiff.Opened opened) {
      this.path = path;
      this.image = opened.image();
      this.notes = opened.notes();
      this.positions = StackPosition.all(image);
    }

    @Override
    public int count() {
      return positions.size();
    }

    @Override
    public long pixels(int page) {
      return (long) image.getWidth() * image.getHeight();
    }

    @Override
    public RgbImage read(int page) throws IOException {
      var seen = ImageFile.seen(path, image, positions.get(page));
      return new RgbImage(seen.pixels(), seen.mapping().noting(notes));
    }

    @Override
    public void close() {
      // Nothing is held but memory.
    }
  }

  private static final class Pages extends ImagePages {
    private final Path path;
    private final ImageFormat format;
    private final ExifOrientation orientation;
    private final PageReader pages;

    Pages(Path path, ImageFormat format) throws IOException {
      this.path = path;
      this.format = format;
      this.orientation = ExifOrientation.of(path, format);
      this.pages = new PageReader(path, format);
    }

    @Override
    public int count() {
      return pages.count();
    }

    @Override
    public long pixels(int page) throws IOException {
      return ImageFileReader.reading(
          path, format, () -> (long) pages.width(page) * pages.height(page));
    }

    @Override
    public RgbImage read(int page) throws IOException {
      return ImageFileReader.reading(
              path, format, () -> ImageFileReader.readPage(path, format, pages, page, orientation))
          .rgb();
    }

    @Override
    public void close() throws IOException {
      pages.close();
    }
  }
}
