/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import javax.imageio.stream.FileImageInputStream;

/**
 * The directories of a TIFF, looked through before ImageJ reads them: it believes every number in
 * them, reserves the memory that they ask for, and follows them round in circles.
 */
final class TiffStructure {

  private static final int LITTLE_ENDIAN_MARK = 0x4949;
  private static final int IMAGEJ_COUNTS_TAG = 50838;
  private static final int IMAGEJ_BLOCK_TAG = 50839;

  private final FileImageInputStream file;
  private long counts;
  private long countsAt;
  private long blockAt;

  private TiffStructure(FileImageInputStream file) {
    this.file = file;
  }

  /**
   * @throws IOException if the directories claim more than the file holds
   */
  static void check(Path path) throws IOException {
    try (var file = new FileImageInputStream(path.toFile())) {
      var structure = new TiffStructure(file);
      structure.checkDirectories();
      structure.checkBlock();
    }
  }

  private void checkDirectories() throws IOException {
    boolean little = file.readUnsignedShort() == LITTLE_ENDIAN_MARK;
    file.setByteOrder(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    file.readShort();
    var seen = new HashSet<Long>();
    for (long at = file.readUnsignedInt(); at != 0; at = file.readUnsignedInt()) {
      if (!seen.add(at)) {
        throw new IOException("its directories form a loop");
      }
      file.seek(at);
      int entries = file.readUnsignedShort();
      for (int entry = 0; entry < entries; entry++) {
        checkEntry();
      }
    }
  }

  private void checkEntry() throws IOException {
    int tag = file.readUnsignedShort();
    file.readShort();
    long count = file.readUnsignedInt();
    long value = file.readUnsignedInt();
    checkFits(count, "tag " + tag);
    if (tag == IMAGEJ_COUNTS_TAG) {
      counts = count;
      countsAt = value;
    } else if (tag == IMAGEJ_BLOCK_TAG) {
      blockAt = value;
    }
  }

  /** ImageJ's own block: the sizes of its parts, and in the first part how many there are. */
  private void checkBlock() throws IOException {
    if (counts == 0 || blockAt == 0) {
      return;
    }
    file.seek(countsAt);
    long header = file.readUnsignedInt();
    for (long part = 1; part < counts; part++) {
      checkFits(file.readUnsignedInt(), "part " + part + " of ImageJ's block");
    }
    file.seek(blockAt);
    file.readInt();
    for (long read = 12; read <= header; read += 8) {
      file.readInt();
      if (file.readUnsignedInt() > counts) {
        throw new IOException("ImageJ's block has fewer parts than it claims");
      }
    }
  }

  private void checkFits(long count, String what) throws IOException {
    if (count > file.length()) {
      throw new IOException(what + " claims " + count + " values, more than the file contains");
    }
  }
}
