/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of bytes, in lower-case hexadecimal: of some at once, or piece by piece. */
public final class Sha256 {

  /** Bytes that are read at a time: in small pieces, reading takes longer than the sum. */
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = DigestUtils.getSha256Digest();

  /** Takes the next bytes. */
  public void add(byte[] bytes) {
    digest.update(bytes);
  }

  /** Of everything so far; starts over afterwards. */
  public String hex() {
    return Hex.encodeHexString(digest.digest());
  }

  /** Of the bytes of a file. */
  public static String of(Path file) throws IOException {
    try (var stream = Files.newInputStream(file)) {
      return of(stream);
    }
  }

  /** Of the bytes of a file, while the caller does something else. */
  public static Future<String> started(Path file) {
    return started(() -> of(file));
  }

  /** Of some bytes, while the caller does something else. */
  public static Future<String> started(byte[] bytes) {
    return started(() -> of(bytes));
  }

  private static Future<String> started(Callable<String> sum) {
    var task = new FutureTask<>(sum);
    var thread = new Thread(task, "sparsevit-checksum");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Of all that is left of a stream. */
  public static String of(InputStream stream) throws IOException {
    var digest = DigestUtils.getSha256Digest();
    var buffer = new byte[BUFFER];
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return Hex.encodeHexString(digest.digest());
  }

  /** Of some bytes. */
  public static String of(byte[] bytes) {
    return DigestUtils.sha256Hex(bytes);
  }

  /** Of a text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of a text in UTF-8, in base64, as a page's security policy wants it. */
  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
  }
}
