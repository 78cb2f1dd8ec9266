/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.icc.IccReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Reads what a file says about itself. Never unpacks what is compressed in it, which could be made
 * to exhaust memory, and takes damaged metadata for none.
 */
public final class ProvenanceReader {
  private static final String PNG_SOFTWARE = "Software\0";
  private static final String EXIF = "Exif\0\0";

  private ProvenanceReader() {}

  /**
   * @throws IOException if the file cannot be read
   */
  public static Provenance read(Path file) throws IOException {
    try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
      var type = FileTypeDetector.detectFileType(stream);
      return switch (type) {
        case Jpeg -> jpeg(file);
        case Png -> png(new StreamReader(stream));
        case Tiff -> tiff(file);
        default -> Provenance.unknown(type == FileType.Unknown ? null : type.getName());
      };
    } catch (ImageProcessingException | EOFException damaged) {
      return Provenance.unknown(null);
    }
  }

  private static Provenance jpeg(Path file) throws IOException, ImageProcessingException {
    var metadata =
        JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader(), new IccReader()));
    var segments =
        JpegSegmentReader.readSegments(
            file.toFile(), List.of(JpegSegmentType.DQT, JpegSegmentType.APP1));
    var tables = JpegTables.read(segments.getSegments(JpegSegmentType.DQT));
    return new Provenance(
        "JPEG",
        tables.isEmpty() ? null : tables.quality(),
        tables.isEmpty() ? null : tables.isStandard(),
        tables.isEmpty() ? null : tables.tables(),
        software(metadata),
        thumbnail(metadata, segments.getSegments(JpegSegmentType.APP1)),
        colorProfile(metadata));
  }

  private static Provenance tiff(Path file) throws IOException, ImageProcessingException {
    var metadata = TiffMetadataReader.readMetadata(file.toFile());
    return new Provenance(
        "TIFF", null, null, null, software(metadata), null, colorProfile(metadata));
  }

  private static Provenance png(StreamReader stream) throws IOException, ImageProcessingException {
    var metadata = new Metadata();
    String software = null;
    String profile = null;
    for (var chunk :
        new PngChunkReader()
            .extract(stream, Set.of(PngChunkType.eXIf, PngChunkType.tEXt, PngChunkType.iCCP))) {
      if (chunk.getType().equals(PngChunkType.eXIf)) {
        new ExifReader().extract(new ByteArrayReader(chunk.getBytes()), metadata);
      } else if (chunk.getType().equals(PngChunkType.iCCP)) {
        profile = text(chunk).substring(0, Math.max(0, text(chunk).indexOf('\0')));
      } else if (text(chunk).startsWith(PNG_SOFTWARE)) {
        software = text(chunk).substring(PNG_SOFTWARE.length());
      }
    }
    var exif = software(metadata);
    return new Provenance("PNG", null, null, null, exif == null ? software : exif, null, profile);
  }

  private static String text(PngChunk chunk) {
    return new String(chunk.getBytes(), StandardCharsets.ISO_8859_1);
  }

  private static String colorProfile(Metadata metadata) {
    var profile = metadata.getFirstDirectoryOfType(IccDirectory.class);
    return profile == null ? null : profile.getDescription(IccDirectory.TAG_TAG_desc);
  }

  private static String software(Metadata metadata) {
    return metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream()
        .map(directory -> directory.getString(ExifIFD0Directory.TAG_SOFTWARE))
        .filter(name -> name != null && !name.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static String thumbnail(Metadata metadata, Iterable<byte[]> segments) {
    var directory = metadata.getFirstDirectoryOfType(ExifThumbnailDirectory.class);
    var offset = directory == null ? null : directory.getAdjustedThumbnailOffset();
    var length =
        directory == null
            ? null
            : directory.getInteger(ExifThumbnailDirectory.TAG_THUMBNAIL_LENGTH);
    if (offset == null || length == null || offset < 0 || length < 2) {
      return null;
    }
    for (byte[] segment : segments) {
      if (new String(segment, StandardCharsets.ISO_8859_1).startsWith(EXIF)
          && (long) offset + length <= segment.length
          && (segment[offset] & 0xff) == 0xff
          && (segment[offset + 1] & 0xff) == 0xd8) {
        byte[] jpeg = Arrays.copyOfRange(segment, offset, offset + length);
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
      }
    }
    return null;
  }
}
