/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.util.Float16Utils;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.inference.script.Script.Constant;
import sc.fiji.sparsevit.io.TemporaryFiles;

/**
 * A TorchScript file: a zip of the module's source, a pickle that gives its attributes their
 * values, and raw tensors.
 *
 * @param source of {@code class Network}
 * @param constants its attributes c0, c1, ...
 */
record ScriptArchive(String source, List<Constant> constants) {

  /** The version of the file format since which no operator used here changed its meaning. */
  private static final String FORMAT = "10\n";

  private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

  void write(OutputStream out) throws IOException {
    var zip = new ZipOutputStream(out);
    put(zip, "version", FORMAT.getBytes(StandardCharsets.US_ASCII));
    put(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    put(zip, "code/__torch__.py", source.getBytes(StandardCharsets.US_ASCII));
    put(zip, "constants.pkl", EMPTY_TUPLE);
    put(zip, "data.pkl", attributes());
    for (int i = 0; i < constants.size(); i++) {
      put(zip, "data/" + i, bytes(constants.get(i)));
    }
    zip.finish();
  }

  /**
   * The module, ready to run; the caller closes it.
   *
   * @throws MalformedModelException or an EngineException if PyTorch refuses it
   */
  Model load(Device device) throws IOException, MalformedModelException {
    var file = TemporaryFiles.file(".pt");
    var model = EngineContext.call(() -> Model.newInstance("sparsevit", device, "PyTorch"));
    try {
      try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
        write(out);
      }
      // To the device at once: on the way, a GPU's weights need no second place on the CPU.
      model.load(file, null, Map.of("mapLocation", "true"));
      return model;
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw e;
    } finally {
      Files.delete(file);
    }
  }

  private byte[] attributes() throws IOException {
    var pickle = new PickleWriter(new ByteArrayOutputStream());
    pickle.begin("__torch__", "Network");
    pickle.attribute("training", false);
    for (int i = 0; i < constants.size(); i++) {
      var constant = constants.get(i);
      pickle.tensor(
          "c" + i, Integer.toString(i), constant.tensor().shape(), constant.precision().storage());
    }
    return pickle.end();
  }

  /** PyTorch wants its entries as they are, not deflated. */
  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry("network/" + name);
    var crc = new CRC32();
    crc.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] bytes(Constant constant) {
    float[] values = constant.tensor().values();
    var precision = constant.precision();
    int width = precision == ScriptPrecision.FLOAT32 ? Float.BYTES : Short.BYTES;
    var bytes = ByteBuffer.allocate(values.length * width).order(ByteOrder.LITTLE_ENDIAN);
    if (precision == ScriptPrecision.FLOAT32) {
      bytes.asFloatBuffer().put(values);
      return bytes.array();
    }
    for (float value : values) {
      switch (precision) {
        case FLOAT32 -> bytes.putFloat(value);
        case BFLOAT16 -> bytes.putShort(toBfloat16(value));
        case FLOAT16 -> bytes.putShort(Float16Utils.floatToHalf(value));
      }
    }
    return bytes.array();
  }

  /** Rounds to the nearest, ties to even. */
  private static short toBfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
  }
}
