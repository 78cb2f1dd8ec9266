/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the few kinds of objects that a TorchScript module's state is made of, protocol 2. */
final class PickleWriter {

  private final ByteArrayOutputStream bytes;
  private final DataOutputStream out;

  PickleWriter(ByteArrayOutputStream bytes) {
    this.bytes = bytes;
    this.out = new DataOutputStream(bytes);
  }

  /** Begins an object of a class; its attributes follow. */
  void begin(String module, String name) throws IOException {
    out.write(new byte[] {(byte) 0x80, 2});
    global(module, name);
    out.writeBytes(")\u0081}(");
  }

  void attribute(String name, boolean value) throws IOException {
    string(name);
    out.write(value ? 0x88 : 0x89);
  }

  /** A contiguous tensor that fills the storage of the given key. */
  void tensor(String name, String key, long[] shape, String storage) throws IOException {
    string(name);
    global("torch._utils", "_rebuild_tensor_v2");
    out.writeByte('(');
    out.writeByte('(');
    string("storage");
    global("torch", storage);
    string(key);
    string("cpu");
    integer(product(shape, 0));
    out.writeBytes("tQ");
    integer(0);
    tuple(shape);
    var strides = new long[shape.length];
    for (int i = 0; i < strides.length; i++) {
      strides[i] = product(shape, i + 1);
    }
    tuple(strides);
    out.write(0x89);
    global("collections", "OrderedDict");
    out.writeBytes(")RtR");
  }

  /** Ends the object and returns everything written. */
  byte[] end() throws IOException {
    out.writeBytes("ub.");
    return bytes.toByteArray();
  }

  private void tuple(long[] elements) throws IOException {
    out.writeByte('(');
    for (long element : elements) {
      integer(element);
    }
    out.writeByte('t');
  }

  private void integer(long value) throws IOException {
    out.writeByte('J');
    out.writeInt(Integer.reverseBytes(Math.toIntExact(value)));
  }

  private void string(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeByte('X');
    out.writeInt(Integer.reverseBytes(utf8.length));
    out.write(utf8);
  }

  private void global(String module, String name) throws IOException {
    out.writeBytes("c" + module + "\n" + name + "\n");
  }

  private static long product(long[] shape, int from) {
    long product = 1;
    for (int i = from; i < shape.length; i++) {
      product *= shape[i];
    }
    return product;
  }
}
