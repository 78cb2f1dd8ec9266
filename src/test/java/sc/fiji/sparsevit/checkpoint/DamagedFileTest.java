/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut, bent, or something else altogether. */
class DamagedFileTest {

  private static final Path GOLDEN = Path.of("src/test/resources/checkpoints");

  private static final int ROUNDS = 300;

  @TempDir Path folder;

  @Test
  void aTextFileIsNamedForWhatItIsNot() throws IOException {
    var file = Files.writeString(folder.resolve("notes.pth"), "Dear reader, these are no weights");
    refused(file, "notes.pth: it is not a PyTorch checkpoint");
    refused(Files.createFile(folder.resolve("empty.pth")), "it is not a PyTorch checkpoint");
    refused(folder.resolve("missing.pth"), "there is no such file");
    refused(folder, "there is no such file");
  }

  @Test
  void aZipOfSomethingElseIsRefused() throws IOException {
    refused(zip("readme.txt", ZipEntry.STORED), "zip file without data.pkl");
    refused(zip("a/b/data.pkl", ZipEntry.STORED), "zip file without data.pkl");
    refused(zip("x/data.pkl", ZipEntry.DEFLATED), "is compressed");
  }

  @Test
  void anotherByteOrderIsRefused() throws IOException {
    var file = folder.resolve("big.pth");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      TorchZip.store(zip, "x/data.pkl", new byte[] {'}', '.'});
      TorchZip.store(zip, "x/byteorder", "big".getBytes());
    }
    refused(file, "big-endian");
  }

  @Test
  void aCheckpointCutAnywhereIsRefused() throws IOException {
    var whole = Files.readAllBytes(GOLDEN.resolve("training.pth"));
    var file = folder.resolve("cut.pth");
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused(file, "cut.pth: ");
    }
  }

  @Test
  void aChangedWeightIsNoticed() throws IOException {
    var bytes = Files.readAllBytes(GOLDEN.resolve("bare.pth"));
    // The last float of lmu.gamma1, 2.0, found by its bytes.
    int at = indexOf(bytes, new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}) + 7;
    bytes[at] ^= 1;
    refused(Files.write(folder.resolve("bent.pth"), bytes), "data/1 is damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"training", "views", "bfloat16", "module_prefix", "parameter"})
  void bentBytesNeverCauseAnythingElse(String name) throws IOException {
    var whole = Files.readAllBytes(GOLDEN.resolve(name + ".pth"));
    var file = folder.resolve("bent.pth");
    var random = new Random(1);
    assertThat(refusals(ROUNDS, () -> Files.write(file, bent(whole, random)))).isPositive();
  }

  /** Checksums would catch these, so they are made to fit. */
  @ParameterizedTest
  @ValueSource(strings = {"training", "views", "bfloat16", "module_prefix", "parameter"})
  void bentPicklesNeverCauseAnythingElse(String name) throws IOException {
    var random = new Random(3);
    assertThat(refusals(ROUNDS, () -> withBentPickle(GOLDEN.resolve(name + ".pth"), random)))
        .isBetween(1, ROUNDS - 1);
  }

  @Test
  void bentSafetensorsNeverCauseAnythingElse() throws IOException {
    var file = folder.resolve("whole.safetensors");
    var tensors = Map.of("a", StoredTensor.of(new Shape(2), 1, 2));
    Safetensors.write(new StateDict(tensors, Map.of("format", "pt")), file);
    var whole = Files.readAllBytes(file);
    var random = new Random(2);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      try {
        Safetensors.read(new ByteArrayInputStream(bent(whole, random)), "bent");
      } catch (CheckpointException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void theOptimizersStorageIsNotRead() throws IOException {
    var pickle = new TorchZip().op("}(").text("optimizer").op("}").text("momentum");
    pickle.tensor("FloatStorage", 1, 0, new long[] {1}, new long[] {1}).op("s").text("model");
    pickle.op("}").text("epoch").op("K\u0001su.");
    var file = pickle.write(folder, new byte[64 << 20]);

    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    refused(file, "no tensors");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
  }

  private interface Making {
    Path file() throws IOException;
  }

  private static int refusals(int rounds, Making damaged) throws IOException {
    int refused = 0;
    for (int i = 0; i < rounds; i++) {
      try {
        PyTorchCheckpoint.read(damaged.file());
      } catch (CheckpointException e) {
        refused++;
      }
    }
    return refused;
  }

  private Path withBentPickle(Path golden, Random random) throws IOException {
    var file = folder.resolve("bent.pth");
    try (var source = new ZipFile(golden.toFile());
        var target = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : Collections.list(source.entries())) {
        var bytes = source.getInputStream(entry).readAllBytes();
        boolean pickle = entry.getName().endsWith("data.pkl");
        TorchZip.store(target, entry.getName(), pickle ? bent(bytes, random) : bytes);
      }
    }
    return file;
  }

  private Path zip(String entry, int method) throws IOException {
    var file = folder.resolve("other.pth");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      if (method == ZipEntry.STORED) {
        TorchZip.store(zip, entry, new byte[] {'}', '.'});
      } else {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(new byte[1000]);
      }
    }
    return file;
  }

  private static byte[] bent(byte[] whole, Random random) {
    var bytes = whole.clone();
    for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not found");
  }

  private static void refused(Path file, String message) {
    assertThatThrownBy(() -> PyTorchCheckpoint.read(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(message);
  }
}
