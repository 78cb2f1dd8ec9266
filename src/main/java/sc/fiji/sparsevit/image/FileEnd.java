/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Looks through the parts of a PNG or GIF for what the decoders pass over in silence: an end that
 * is missing, checksums of other data, pictures after the first. For an examiner of the file, each
 * is a finding.
 */
final class FileEnd {
  private static final int PNG_SIGNATURE = 8;
  private static final int GIF_HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int PICTURE = 0x2c;
  private static final int TRAILER = 0x3b;

  private final DataInputStream file;
  private final List<String> notes = new ArrayList<>();

  private FileEnd(DataInputStream file) {
    this.file = file;
  }

  /**
   * @return sentences without an end; empty if all is as it should be
   */
  static List<String> notes(Path path, ImageFormat format) throws IOException {
    try (var file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
      var end = new FileEnd(file);
      switch (format) {
        case PNG -> end.followPng();
        case GIF -> end.followGif();
        default -> {}
      }
      return end.notes;
    }
  }

  private void followPng() throws IOException {
    try {
      file.skipNBytes(PNG_SIGNATURE);
      while (!followChunk()) {
        // until the last one
      }
    } catch (EOFException e) {
      notes.add("the file's end is missing (a PNG without its last chunk)");
    }
  }

  /**
   * @return whether it is the last one
   */
  private boolean followChunk() throws IOException {
    long length = Integer.toUnsignedLong(file.readInt());
    byte[] type = file.readNBytes(4);
    var name = new String(type, StandardCharsets.ISO_8859_1);
    var checksum = new CRC32();
    checksum.update(type);
    byte[] start = file.readNBytes((int) Math.min(length, Integer.BYTES));
    checksum.update(start);
    checksumOf(length - start.length, checksum);
    if (file.readInt() != (int) checksum.getValue()) {
      notes.add("the checksum of its part " + name + " is wrong: it was damaged or changed");
    }
    if (name.equals("acTL")
        && start.length == 4
        && !Arrays.equals(start, new byte[] {0, 0, 0, 1})) {
      notes.add("it is animated (APNG); only its first image was read");
    }
    return name.equals("IEND");
  }

  private void checksumOf(long length, CRC32 checksum) throws IOException {
    byte[] buffer = new byte[1 << 13];
    for (long left = length; left > 0; ) {
      int read = file.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException();
      }
      checksum.update(buffer, 0, read);
      left -= read;
    }
  }

  private void followGif() throws IOException {
    int pictures = 0;
    boolean inPicture = false;
    try {
      byte[] header = new byte[GIF_HEADER];
      file.readFully(header);
      file.skipNBytes(paletteBytes(header[10]));
      for (int part = file.readUnsignedByte(); part != TRAILER; part = file.readUnsignedByte()) {
        if (part == PICTURE) {
          inPicture = true;
          pictures++;
          byte[] descriptor = new byte[9];
          file.readFully(descriptor);
          file.skipNBytes(paletteBytes(descriptor[8]) + 1);
        } else if (part == EXTENSION) {
          file.readByte();
        } else {
          notes.add("after " + pictures + " images, the rest of the file is not a GIF");
          return;
        }
        for (int length = file.readUnsignedByte(); length > 0; length = file.readUnsignedByte()) {
          file.skipNBytes(length);
        }
        inPicture = false;
      }
    } catch (EOFException e) {
      notes.add(
          inPicture
              ? "the file ends within its image " + pictures + ", which was left out"
              : "the file's end is missing (a GIF without its last byte)");
    }
  }

  /** Of the colors that a byte of flags announces. */
  private static int paletteBytes(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
  }
}
