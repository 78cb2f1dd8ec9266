/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import ij.process.ImageProcessor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * How a camera was held: the EXIF (and TIFF) orientation, 1 to 8.
 *
 * @param value 1 for pixels that stand as they are to be seen
 */
record ExifOrientation(int value) {

  static final ExifOrientation NORMAL = new ExifOrientation(1);

  /** What the file says; normal if it says nothing that makes sense. */
  static ExifOrientation of(Path path, ImageFormat format) {
    try (var stream = new BufferedInputStream(Files.newInputStream(path))) {
      for (var directory :
          metadata(path, format, stream).getDirectoriesOfType(ExifIFD0Directory.class)) {
        var value = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        if (value != null && value >= 1 && value <= 8) {
          return new ExifOrientation(value);
        }
      }
      return NORMAL;
    } catch (ImageProcessingException | IOException broken) {
      return NORMAL; // the pixels may be sound nevertheless
    }
  }

  /** Only what EXIF needs: other metadata may be compressed to exhaust memory when unpacked. */
  private static Metadata metadata(Path path, ImageFormat format, InputStream stream)
      throws ImageProcessingException, IOException {
    return switch (format) {
      case JPEG -> JpegMetadataReader.readMetadata(stream, List.of(new ExifReader()));
      case TIFF -> TiffMetadataReader.readMetadata(path.toFile());
      case PNG -> ofPng(stream);
      case GIF, BMP -> new Metadata();
    };
  }

  private static Metadata ofPng(InputStream stream) throws ImageProcessingException, IOException {
    var metadata = new Metadata();
    for (var chunk :
        new PngChunkReader().extract(new StreamReader(stream), Set.of(PngChunkType.eXIf))) {
      new ExifReader().extract(new ByteArrayReader(chunk.getBytes()), metadata);
    }
    return metadata;
  }

  /** The pixels turned upright; the argument may be altered. */
  ImageProcessor upright(ImageProcessor stored) {
    return switch (value) {
      case 2 -> mirrored(stored);
      case 3 -> stored.rotateRight().rotateRight();
      case 4 -> mirrored(stored.rotateRight().rotateRight());
      case 5 -> mirrored(stored.rotateRight());
      case 6 -> stored.rotateRight();
      case 7 -> mirrored(stored.rotateLeft());
      case 8 -> stored.rotateLeft();
      default -> stored;
    };
  }

  private static ImageProcessor mirrored(ImageProcessor pixels) {
    pixels.flipHorizontal();
    return pixels;
  }
}
