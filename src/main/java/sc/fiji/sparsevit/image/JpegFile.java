/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A JPEG file without its color profile. Java would convert the colors by it, or refuse the file
 * for a broken one; ImageJ and the field's own loaders take the pixels as they are, and so does the
 * network.
 */
final class JpegFile {

  private static final int MARKER = 0xff;
  private static final int START_OF_SCAN = 0xda;
  private static final int APP2 = 0xe2;
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

  private JpegFile() {}

  static ImageInputStream withoutProfile(Path path) throws IOException {
    byte[] file = Files.readAllBytes(path);
    int kept = 2;
    int position = 2;
    while (isSegment(file, position)) {
      int length = 2 + ((file[position + 2] & 0xff) << 8 | file[position + 3] & 0xff);
      if (position + length > file.length) {
        break;
      }
      if (!isProfile(file, position)) {
        System.arraycopy(file, position, file, kept, length);
        kept += length;
      }
      position += length;
    }
    int rest = file.length - position;
    System.arraycopy(file, position, file, kept, rest);
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(file, 0, kept + rest));
  }

  /**
   * Whether a segment of the header starts here; the scan and whatever follows it are no header.
   */
  private static boolean isSegment(byte[] file, int position) {
    return position + 4 <= file.length
        && (file[position] & 0xff) == MARKER
        && (file[position + 1] & 0xff) != START_OF_SCAN;
  }

  private static boolean isProfile(byte[] file, int position) {
    int start = position + 4;
    return (file[position + 1] & 0xff) == APP2
        && start + PROFILE.length <= file.length
        && Arrays.equals(file, start, start + PROFILE.length, PROFILE, 0, PROFILE.length);
  }
}
