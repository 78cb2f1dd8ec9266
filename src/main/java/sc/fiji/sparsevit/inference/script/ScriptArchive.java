/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
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
    var room = ByteBuffer.allocate(largest()).order(ByteOrder.LITTLE_ENDIAN);
    put(zip, "version", ascii(FORMAT));
    put(zip, "byteorder", ascii("little"));
    put(zip, "code/__torch__.py", ascii(source));
    put(zip, "constants.pkl", ByteBuffer.wrap(EMPTY_TUPLE));
    put(zip, "data.pkl", ByteBuffer.wrap(attributes()));
    for (int i = 0; i < constants.size(); i++) {
      put(zip, "data/" + i, bytes(constants.get(i), room.clear()));
    }
    zip.finish();
  }

  /**
   * The module, ready to run; the caller closes it.
   *
   * @throws MalformedModelException or an EngineException if PyTorch refuses it, or computes it
   *     wrongly on this processor
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
      prepare(model);
      return model;
    } catch (IOException | MalformedModelException | RuntimeException e) {
      model.close();
      throw e;
    } finally {
      Files.delete(file);
    }
  }

  private static void prepare(Model model) throws MalformedModelException {
    float deviation =
        EngineContext.call(
            () -> {
              try (var scratch = model.getNDManager().newSubManager()) {
                var method = scratch.zeros(new Shape(1));
                method.setName("module_method:" + Script.PREPARE);
                var inputs = new NDList(method, scratch.zeros(new Shape(1)));
                return model
                    .getBlock()
                    .forward(new ParameterStore(scratch, false), inputs, false)
                    .singletonOrThrow()
                    .toFloatArray()[0];
              }
            });
    // Not if it is no number, either
    if (!(deviation <= 1)) {
      throw new MalformedModelException(
          "on this processor, a faster operator computes something else than PyTorch's own");
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
  private static void put(ZipOutputStream zip, String name, ByteBuffer bytes) throws IOException {
    var entry = new ZipEntry("network/" + name);
    var crc = new CRC32();
    crc.update(bytes.array(), 0, bytes.limit());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.limit());
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes.array(), 0, bytes.limit());
    zip.closeEntry();
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Bytes of the largest constant. */
  private int largest() {
    return constants.stream().mapToInt(ScriptArchive::size).max().orElse(0);
  }

  private static int size(Constant constant) {
    int width = constant.precision() == ScriptPrecision.FLOAT32 ? Float.BYTES : Short.BYTES;
    return constant.tensor().values().length * width;
  }

  /**
   * @param room empty, and large enough
   * @return the same, with the constant's bytes
   */
  private static ByteBuffer bytes(Constant constant, ByteBuffer room) {
    float[] values = constant.tensor().values();
    if (constant.precision() == ScriptPrecision.FLOAT32) {
      room.asFloatBuffer().put(values);
      return room.limit(size(constant));
    }
    for (float value : values) {
      room.putShort(
          constant.precision() == ScriptPrecision.BFLOAT16
              ? toBfloat16(value)
              : Float16Utils.floatToHalf(value));
    }
    return room.flip();
  }

  /** Rounds to the nearest, ties to even. */
  private static short toBfloat16(float value) {
    int bits = Float.floatToRawIntBits(value);
    return (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16);
  }
}
