/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import sc.fiji.sparsevit.io.WholeFile;

/**
 * The safetensors format: the length of a JSON header (8 bytes), the header, the bytes of the
 * tensors. It contains nothing executable.
 */
public final class Safetensors {

  private Safetensors() {}

  /**
   * @throws CheckpointException when there is no such file, or its header does not describe it
   */
  public static StateDict read(Path file) throws CheckpointException {
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException(file + ": there is no such file; check the path");
    }
    try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(in, file.getFileName().toString());
    } catch (CheckpointException e) {
      throw e;
    } catch (IOException e) {
      throw new CheckpointException(file + ": it cannot be read; check its permissions", e);
    }
  }

  /**
   * Reads to the end of the stream. Memory is taken as bytes arrive, never because a header says
   * so.
   *
   * @param name what messages call the stream
   * @throws CheckpointException when the header does not describe what follows
   */
  public static StateDict read(InputStream in, String name) throws IOException {
    try {
      return read(in);
    } catch (CheckpointException e) {
      throw new CheckpointException(name + ": " + e.getMessage(), e.getCause());
    }
  }

  /**
   * Writes a file that appears only when it is complete.
   *
   * @throws IOException when the folder cannot be written to
   */
  public static void write(StateDict weights, Path file) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (var out = Channels.newChannel(Files.newOutputStream(part))) {
            write(weights, out);
          }
        });
  }

  private static void write(StateDict weights, WritableByteChannel out) throws IOException {
    var header = SafetensorsHeader.of(weights);
    var json = SafetensorsJson.write(header);
    var length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(json.length).flip());
    out.write(ByteBuffer.wrap(json));
    for (var key : header.keysByOffset()) {
      out.write(weights.tensors().get(key).data());
    }
  }

  private static StateDict read(InputStream in) throws IOException {
    var length = ByteBuffer.wrap(exactly(in, Long.BYTES, "the length of the header"));
    var header = SafetensorsJson.read(header(in, length.order(ByteOrder.LITTLE_ENDIAN).getLong()));
    var bytes = new HashMap<String, ByteBuffer>();
    for (var key : header.keysByOffset()) {
      bytes.put(
          key, ByteBuffer.wrap(exactly(in, header.entries().get(key).length(), "tensor " + key)));
    }
    if (in.read() != -1) {
      throw new CheckpointException(
          "there are bytes after its last tensor; copy or download the file again");
    }
    var tensors = new LinkedHashMap<String, StoredTensor>();
    header
        .entries()
        .forEach(
            (key, entry) ->
                tensors.put(key, new StoredTensor(entry.type(), entry.shape(), bytes.get(key))));
    return new StateDict(tensors, header.metadata());
  }

  private static byte[] header(InputStream in, long length) throws IOException {
    if (length < 2 || length > SafetensorsHeader.MAX_BYTES) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "it is not a safetensors file (the header would have %s bytes); choose a .safetensors"
                  + " or .pth file",
              Long.toUnsignedString(length)));
    }
    return exactly(in, (int) length, "the header");
  }

  /** Takes memory as bytes arrive. */
  private static byte[] exactly(InputStream in, int length, String what) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "it ends after %d of %d bytes of %s; copy or download the file again",
              bytes.length,
              length,
              what));
    }
    return bytes;
  }
}
