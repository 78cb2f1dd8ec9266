/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes checkpoints, opcode by opcode, that torch.save would never write. */
final class TorchZip {

  private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();

  TorchZip() {
    op("\u0080\u0002");
  }

  /** Raw bytes, one per character. */
  TorchZip op(String latin1) {
    pickle.writeBytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  TorchZip repeat(String latin1, int times) {
    return op(latin1.repeat(times));
  }

  /** A class or function by its name. */
  TorchZip global(String module, String name) {
    return op("c" + module + "\n" + name + "\n");
  }

  TorchZip text(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return op("X").littleEndian(4, bytes.length).op(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** A signed 64-bit integer. */
  TorchZip number(long value) {
    return op("\u008a\u0008").littleEndian(8, value);
  }

  TorchZip littleEndian(int bytes, long value) {
    var buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
    pickle.write(buffer.array(), 0, bytes);
    return this;
  }

  TorchZip numbers(long... values) {
    op("(");
    for (long value : values) {
      number(value);
    }
    return op("t");
  }

  /** A float tensor that views the storage {@code data/0}. */
  TorchZip tensor(String storage, long elements, long offset, long[] sizes, long[] strides) {
    global("torch._utils", "_rebuild_tensor_v2").op("((").text("storage");
    global("torch", storage).text("0").text("cpu").number(elements).op("tQ");
    return number(offset).numbers(sizes).numbers(strides).op("\u0089}tR");
  }

  /** The file, with a storage {@code data/0} of the given bytes. */
  Path write(Path folder, byte[] storage) throws IOException {
    var file = folder.resolve("hostile.pth");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      store(zip, "x/data.pkl", pickle.toByteArray());
      store(zip, "x/data/0", storage);
    }
    return file;
  }

  StateDict read(Path folder, byte... storage) throws IOException {
    return PyTorchCheckpoint.read(write(folder, storage));
  }

  static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var crc = new CRC32();
    crc.update(bytes);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
  }
}
