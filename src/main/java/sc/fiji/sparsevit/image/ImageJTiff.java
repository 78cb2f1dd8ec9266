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
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** TIFFs with ImageJ's own description: stacks, channels and lookup tables that only it reads. */
final class ImageJTiff {

  private ImageJTiff() {}

  static boolean isOne(Path path) throws IOException {
    try {
      var directory =
          TiffMetadataReader.readMetadata(path.toFile())
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      var description =
          directory == null ? null : directory.getString(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION);
      return description != null && description.startsWith("ImageJ=");
    } catch (TiffProcessingException broken) {
      return false;
    }
  }

  static ImagePlus read(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent() + File.separator;
    var name = path.getFileName().toString();
    TiffStructure.check(path);
    var pages = new TiffDecoder(folder, name).getTiffInfo();
    if (pages == null) {
      throw new IOException("there is no picture in it");
    }
    checkSize(path, pages);
    var image = open(pages);
    if (image == null) {
      throw new IOException("ImageJ cannot read this kind");
    }
    DisplayRange.perChannel(image);
    return image;
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
            path, "is cut off at " + size + " of " + end(page) + " bytes; get a complete copy");
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
