/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

  @TempDir Path folder;

  @Test
  void givesBackWhatWasWritten() throws IOException {
    var tensors = new LinkedHashMap<String, StoredTensor>();
    tensors.put("z", StoredTensor.of(new Shape(2, 3), 0, 1, 2, 3, 4, 5));
    tensors.put("half", StoredTensor.of(new Shape(3), 1, -2, 0.5f).to(DataType.FLOAT16));
    tensors.put("counter", StoredTensor.of(new Shape(), 12).to(DataType.INT64));
    var file = folder.resolve("modèle 1.safetensors");

    Safetensors.write(new StateDict(tensors, Map.of("configuration", "\"{ü}\"")), file);
    var read = Safetensors.read(file);

    assertThat(read.metadata()).containsExactly(Map.entry("configuration", "\"{ü}\""));
    assertThat(read.tensors()).isEqualTo(tensors);
    assertThat(read.tensors().keySet()).containsExactly("z", "half", "counter");
    assertThat(read.tensors().get("half").toFloats()).containsExactly(1, -2, 0.5f);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void headerIsAlignedAsTheFormatWants() throws IOException {
    var file = folder.resolve("one.safetensors");
    Safetensors.write(new StateDict(Map.of("a", StoredTensor.of(new Shape(1), 7))), file);

    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) bytes.getLong(0);
    assertThat(header % 8).isZero();
    assertThat(new String(bytes.array(), 8, header, StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
    assertThat(bytes.getFloat(8 + header)).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}                              | tensor a
          {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}                             | tensor a
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                              | tensor a at offset 4
          {"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}          | overflow
          {"a":{"dtype":"F32","shape":[500000000],"data_offsets":[0,2000000000]}}             | 4 of 2000000000 bytes of tensor a
          {"a":{"dtype":"F99","shape":[1],"data_offsets":[0,4]}}                              | F99
          {"a":{"dtype":"F32","shape":[1]}}                                                   | tensor a
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[0],"data_offsets":[4,4]}} | tensor a twice
          {"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}                              | there are bytes after
          {"a":                                                                               | header
          []                                                                                  | header
          """)
  void refusesAHeaderThatLies(String header, String named) {
    assertThatThrownBy(() -> read(header))
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("test: ")
        .hasMessageContaining(named);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1, 1L << 40, Long.MIN_VALUE})
  void refusesAHeaderOfImpossibleLength(long length) {
    var bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length).array();
    assertThatThrownBy(() -> Safetensors.read(new ByteArrayInputStream(bytes), "test"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("not a safetensors file");
  }

  @Test
  void refusesEveryTruncation() throws IOException {
    var file = folder.resolve("one.safetensors");
    Safetensors.write(new StateDict(Map.of("a", StoredTensor.of(new Shape(2), 7, 8))), file);
    var bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      var cut = new ByteArrayInputStream(Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Safetensors.read(cut, "test"))
          .isInstanceOf(CheckpointException.class);
    }
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> Safetensors.read(folder.resolve("none.safetensors")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("there is no such file");
  }

  /** The header followed by four bytes of data. */
  private static StateDict read(String header) throws IOException {
    var json = header.strip().getBytes(StandardCharsets.UTF_8);
    var file = ByteBuffer.allocate(8 + json.length + 4).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json);
    return Safetensors.read(new ByteArrayInputStream(file.array()), "test");
  }
}
