/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip that torch.save writes: {@code NAME/data.pkl} with the object tree and {@code
 * NAME/data/N} with the bytes of the storages. Storages are read when asked for, so those of an
 * optimizer never are.
 */
final class TorchArchive implements AutoCloseable {

  private static final String PICKLE = "data.pkl";
  private static final Predicate<String> IS_PICKLE =
      Pattern.compile("([^/]+/)?data\\.pkl").asMatchPredicate();

  private final ZipFile zip;
  private final ZipEntry pickle;
  private final String folder;
  private final Map<String, ByteBuffer> storages = new HashMap<>();

  /** Entries may claim to overlap, but honest ones hold together no more than the file. */
  private long unread;

  TorchArchive(Path file) throws IOException {
    unread = Files.size(file);
    zip = new ZipFile(file.toFile());
    try {
      pickle =
          zip.stream()
              .filter(entry -> IS_PICKLE.test(entry.getName()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new CheckpointException(
                          "it is a zip file without data.pkl, not a PyTorch checkpoint; choose a"
                              + " .pth file written by torch.save"));
      folder = pickle.getName().substring(0, pickle.getName().length() - PICKLE.length());
      requireLittleEndian();
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** The bytes of data.pkl. */
  byte[] pickle() throws CheckpointException {
    if (pickle.getSize() > TensorUnpickler.MAX_BYTES) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its data.pkl has %d bytes, more than the limit of %d; save only the state dict",
              pickle.getSize(),
              TensorUnpickler.MAX_BYTES));
    }
    return bytes(pickle);
  }

  /**
   * The bytes of a storage, little-endian.
   *
   * @param key the tensor that needs it, for messages
   */
  ByteBuffer storage(String key, String file, long elements, int width) throws CheckpointException {
    var name = folder + "data/" + file;
    var entry = zip.getEntry(name);
    if (entry == null || entry.getSize() / width != elements || entry.getSize() % width != 0) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "tensor %s needs %d elements of %d bytes from %s, which has %s; copy or download the"
                  + " file again",
              key,
              elements,
              width,
              name,
              entry == null ? "gone" : entry.getSize() + " bytes"));
    }
    var known = storages.get(name);
    if (known == null) {
      known = ByteBuffer.wrap(bytes(entry));
      storages.put(name, known);
    }
    return known;
  }

  private void requireLittleEndian() throws CheckpointException {
    var entry = zip.getEntry(folder + "byteorder");
    if (entry != null && !new String(bytes(entry), StandardCharsets.UTF_8).equals("little")) {
      throw new CheckpointException(
          "it was written on a big-endian machine; save it again on a little-endian one");
    }
  }

  private byte[] bytes(ZipEntry entry) throws CheckpointException {
    long size = entry.getSize();
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its entry %s is compressed, which torch.save never does; save the file again with"
                  + " torch.save",
              entry.getName()));
    }
    if (size < 0 || size > Math.min(unread, Integer.MAX_VALUE - 8)) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its entry %s claims %d bytes, more than the file can contain; copy or download the"
                  + " file again",
              entry.getName(),
              size));
    }
    unread -= size;
    var bytes = new byte[(int) size];
    int read;
    try (var in = zip.getInputStream(entry)) {
      read = in.readNBytes(bytes, 0, bytes.length);
    } catch (IOException | RuntimeException e) {
      throw damaged(entry, e);
    }
    var checksum = new CRC32();
    checksum.update(bytes);
    if (read != size || checksum.getValue() != entry.getCrc()) {
      throw damaged(entry, null);
    }
    return bytes;
  }

  private static CheckpointException damaged(ZipEntry entry, Exception cause) {
    return new CheckpointException(
        String.format(
            Locale.ROOT,
            "its entry %s is damaged or truncated; copy or download the file again",
            entry.getName()),
        cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
