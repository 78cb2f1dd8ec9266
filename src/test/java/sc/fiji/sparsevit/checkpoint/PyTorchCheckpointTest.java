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
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyTorchCheckpointTest {

  static final Path FOLDER = Path.of("src/test/resources/checkpoints");

  @ParameterizedTest
  @CsvSource({
    "bare, FLOAT32, 0",
    "training, FLOAT32, 0",
    "module_prefix, FLOAT32, 0",
    "double, FLOAT64, 1e-7",
    "half, FLOAT16, 3e-4",
    "bfloat16, BFLOAT16, 3e-3"
  })
  void readsWhatTorchWrote(String name, DataType type, float tolerance) throws IOException {
    var tensors = read(name).tensors();

    var expected = expected().getAsJsonObject("tensors");
    assertThat(tensors.keySet()).containsExactlyElementsOf(expected.keySet());
    for (var key : expected.keySet()) {
      var tensor = tensors.get(key);
      var wanted = expected.getAsJsonObject(key);
      boolean counter = key.endsWith("num_batches_tracked");
      assertThat(tensor.type()).isEqualTo(counter ? DataType.INT64 : type);
      assertThat(tensor.shape()).isEqualTo(shape(wanted.get("shape")));
      assertThat(tensor.toFloats())
          .containsExactly(floats(wanted.get("values")), within(tolerance));
    }
  }

  @Test
  void followsOffsetsAndStridesOfViews() throws IOException {
    var tensors = read("views").tensors();

    var expected = expected().getAsJsonObject("views");
    for (var key : expected.keySet()) {
      assertThat(tensors.get(key).toFloats()).containsExactly(floats(expected.get(key)));
    }
    assertThat(tensors.get("b").shape()).isEqualTo(new Shape(5, 8));
  }

  @Test
  void takesTheBackbonePrefixOff() throws IOException {
    assertThat(read("backbone_prefix").tensors()).containsOnlyKeys("norm1.weight");
  }

  @Test
  void readsParametersAsTensors() throws IOException {
    assertThat(read("parameter").tensors().get("lmu.gamma1").toFloats())
        .containsExactly(-2, -1, 0, 1, 2);
  }

  @Test
  void refusesTheOldFormatWithARemedy() {
    assertThatThrownBy(() -> read("before_1_6"))
        .isInstanceOf(CheckpointException.class)
        .hasMessage(
            "before_1_6.pth: it is in the format from before PyTorch 1.6; load it in PyTorch and"
                + " save it again with torch.save");
  }

  private static StateDict read(String name) throws IOException {
    return PyTorchCheckpoint.read(FOLDER.resolve(name + ".pth"));
  }

  private static JsonObject expected() throws IOException {
    var json = Files.readString(FOLDER.resolve("expected.json"), StandardCharsets.UTF_8);
    return JsonParser.parseString(json).getAsJsonObject();
  }

  private static Shape shape(JsonElement json) {
    return new Shape(
        StreamSupport.stream(json.getAsJsonArray().spliterator(), false)
            .mapToLong(JsonElement::getAsLong)
            .toArray());
  }

  private static float[] floats(JsonElement json) {
    var array = json.getAsJsonArray();
    var values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).getAsFloat();
    }
    return values;
  }

  private static Offset<Float> within(float tolerance) {
    return Offset.offset(tolerance);
  }
}
