/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An image file, read into ImageJ. 16- and 32-bit values are displayed from their minimum to their
 * maximum; color profiles are ignored and alpha is dropped: the stored values are what counts.
 *
 * <pre>{@code
 * RgbImage seen = ImageFile.open(path).rgb();
 * }</pre>
 *
 * @param path where it lies
 * @param format recognized by its first bytes
 * @param image its pages as an ImageJ image or stack, never shown
 * @param alphaDropped whether it has an alpha channel, which is ignored
 * @param orientation the EXIF orientation that was applied, 1 to 8; 1 if none was
 * @param omittedPages how many pages differ in size or kind from the first, and so were left out
 * @param notes what else is to be known of the file, as that its end is missing; sentences without
 *     an end
 */
public record ImageFile(
    Path path,
    ImageFormat format,
    ImagePlus image,
    boolean alphaDropped,
    int orientation,
    int omittedPages,
    List<String> notes) {

  public ImageFile {
    notes = List.copyOf(notes);
  }

  /**
   * Reads a file for people: a photograph is turned upright, as its EXIF orientation says.
   *
   * @throws ImageFileException if the file is missing, empty, of another kind, damaged, cut off or
   *     too large
   */
  public static ImageFile open(Path path) throws IOException {
    return ImageFileReader.read(path, true);
  }

  /**
   * Reads a file as published evaluations did: EXIF orientation is ignored.
   *
   * @throws ImageFileException as {@link #open}
   */
  public static ImageFile openAsStored(Path path) throws IOException {
    return ImageFileReader.read(path, false);
  }

  /**
   * The first picture of the file.
   *
   * @throws ImageFileException if it has no finite value
   */
  public RgbImage rgb() throws ImageFileException {
    return rgb(StackPosition.current(image));
  }

  /**
   * One picture of the file.
   *
   * @throws ImageFileException if it has no finite value
   */
  public RgbImage rgb(StackPosition position) throws ImageFileException {
    var seen = seen(path, image, position);
    return new RgbImage(seen.pixels(), seen.mapping().fromFile(alphaDropped, orientation, notes));
  }

  /**
   * What is to be known of a PNG, JPEG or GIF file besides its pixels, as that its end is missing;
   * nothing of files of other kinds. For whoever has opened it otherwise.
   *
   * @throws ImageFileException if the file is not whole
   */
  public static List<String> notes(Path path) throws IOException {
    ImageFormat format;
    try {
      format = ImageFormat.of(path);
    } catch (ImageFileException notReadHere) {
      return List.of();
    }
    return switch (format) {
      case JPEG -> openAsStored(path).notes();
      case PNG, GIF -> ImageFileReader.reading(path, format, () -> FileEnd.notes(path, format));
      default -> List.of();
    };
  }

  /** Whoever passes over what cannot be read passes over this too. */
  static RgbImage seen(Path path, ImagePlus image, StackPosition position)
      throws ImageFileException {
    try {
      return RgbViews.of(image, position);
    } catch (IllegalArgumentException e) {
      throw new ImageFileException(path, RgbViews.NOT_FINITE, e);
    }
  }
}
