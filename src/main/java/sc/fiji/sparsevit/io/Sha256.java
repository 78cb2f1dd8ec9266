/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of bytes, in lower-case hexadecimal. */
public final class Sha256 {
  private Sha256() {}

  /** Of the bytes of a file. */
  public static String of(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return of(stream);
    }
  }

  /** Of all that is left of a stream. */
  public static String of(InputStream stream) throws IOException {
    return DigestUtils.sha256Hex(stream);
  }
}
