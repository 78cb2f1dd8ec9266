/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import ij.CompositeImage;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.measure.Calibration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.stream.FileImageInputStream;

/** TIFFs with ImageJ's own description: stacks, channels and lookup tables that only it reads. */
final class ImageJTiff {

  private static final String START = "ImageJ=";
  private static final Pattern IMAGES = Pattern.compile("\\nimages=(\\d{1,9})\\n");
  private static final Pattern CALIBRATION_LINES = Pattern.compile("(?m)^(cf|c[0-4])=.*\\n?");
  private static final String CALIBRATION =
      "the calibration of its values was ignored: they are used as stored";

  private ImageJTiff() {}

  /**
   * Whether ImageJ wrote the file, or another program in its way, and ImageJ reads it rightly.
   *
   * @throws UnreadKindException if only ImageJ would find all pictures of the file, but cannot
   */
  static boolean isOne(Path path) throws IOException {
    var description = description(path);
    if (description == null || !description.startsWith(START)) {
      return false;
    }
    try (var stream = new FileImageInputStream(path.toFile())) {
      var pages = TiffPage.of(stream);
      if (pages.get(0).isReadByImageJ()) {
        return true;
      }
      var count = IMAGES.matcher(description);
      boolean hidden = count.find() && Long.parseLong(count.group(1)) > pages.size();
      if (hidden) {
        throw new UnreadKindException(
            "is an ImageJ stack with " + pages.get(0).words(), "save it again with ImageJ");
      }
      return false;
    }
  }

  private static String description(Path path) throws IOException {
    try {
      var directory =
          TiffMetadataReader.readMetadata(path.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      return directory == null
          ? null
          : directory.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION);
    } catch (TiffProcessingException broken) {
      return null;
    }
  }

  /** An image, and what is to be known of it. */
  record Opened(ImagePlus image, List<String> notes) {}

  static Opened read(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent() + File.separator;
    var name = path.getFileName().toString();
    TiffStructure.check(path);
    var pages = new TiffDecoder(folder, name).getTiffInfo();
    if (pages == null) {
      throw new IOException("it contains no image");
    }
    checkSize(path, pages);
    removeCalibration(pages[0]);
    var image = open(pages);
    if (image == null) {
      throw new IOException("ImageJ cannot read this kind");
    }
    DisplayRange.perChannel(image);
    return new Opened(image, notes(path));
  }

  /** What readers of a file with ImageJ's description must know. */
  static List<String> notes(Path path) throws IOException {
    var description = description(path);
    boolean calibrated =
        description != null
            && description.startsWith(START)
            && CALIBRATION_LINES.matcher(description).find();
    return calibrated ? List.of(CALIBRATION) : List.of();
  }

  /** Pixels are taken as they are stored; a calibration that is broken would be in their way. */
  private static void removeCalibration(FileInfo first) {
    first.coefficients = null;
    first.calibrationFunction = Calibration.NONE;
    if (first.description != null) {
      first.description = CALIBRATION_LINES.matcher(first.description).replaceAll("");
    }
  }

  private static ImagePlus open(FileInfo[] pages) {
    var first = pages[0];
    // never to be read from a stranger's file: a plot is a serialized Java object
    first.plot = null;
    first.roi = null;
    first.overlay = null;
    var image =
        pages.length > 1 ? new Opener().openTiffStack(pages) : new FileOpener(first).openImage();
    boolean channels = image != null && image.getNChannels() > 1;
    return channels && !image.isComposite() && image.getType() != ImagePlus.COLOR_RGB
        ? new CompositeImage(image, CompositeImage.COMPOSITE)
        : image;
  }

  /** ImageJ fills what is missing with zeros, and says so in a window only. */
  private static void checkSize(Path path, FileInfo[] pages) throws IOException {
    long size = Files.size(path);
    for (var page : pages) {
      if (page.width < 1 || page.height < 1) {
        throw new IOException("a page of " + page.width + " x " + page.height + " pixels");
      }
      if (end(page) > size) {
        throw new ImageFileException(
            path, "is truncated at " + size + " of " + end(page) + " bytes; get a complete copy");
      }
    }
    var first = pages[0];
    int count = Math.max(pages.length, first.nImages);
    MemoryNeed.check(path, (long) first.width * first.height, count, first.getBytesPerPixel());
  }

  private static long end(FileInfo page) {
    if (page.compression > FileInfo.COMPRESSION_NONE) {
      long end = 0;
      for (int i = 0; i < page.stripOffsets.length; i++) {
        long offset = Integer.toUnsignedLong(page.stripOffsets[i]);
        end = Math.max(end, offset + Integer.toUnsignedLong(page.stripLengths[i]));
      }
      return end;
    }
    long picture = (long) page.width * page.height * page.getBytesPerPixel();
    int count = Math.max(1, page.nImages);
    return page.getOffset() + count * picture + (count - 1) * page.getGap();
  }
}
