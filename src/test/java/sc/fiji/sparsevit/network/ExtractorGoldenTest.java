/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.sparsevit.network.KeyedBlock.Pass;

/** Extractors against values computed apart in double precision, by other formulas. */
class ExtractorGoldenTest {

  @ParameterizedTest
  @MethodSource("cases")
  void responsesEqualTheGoldenOnes(JsonObject golden) {
    int height = golden.get("height").getAsInt();
    int width = golden.get("width").getAsInt();
    var extractor =
        Extractor.valueOf(golden.get("extractor").getAsString().toUpperCase(Locale.ROOT));
    try (var manager = NDManager.newBaseManager()) {
      var image = GoldenRule.input(manager, height, width);
      var filter = extractor.filter();
      filter.initialize(manager, DataType.FLOAT32, image.getShape());
      filter.getParameters().forEach(p -> p.getValue().getArray().set(GoldenRule.bayar()));

      var response = filter.run(image, new Pass(new ParameterStore(manager, false), false));

      assertThat(response.getShape().getShape())
          .containsExactly(1, extractor.responses(), height, width);
      float[] actual = response.toFloatArray();
      int step = golden.get("step").getAsInt();
      var expected = golden.get("values").getAsJsonArray();
      for (int i = 0; i < expected.size(); i++) {
        assertThat(actual[i * step])
            .as("value %d", i * step)
            .isCloseTo(expected.get(i).getAsFloat(), within(2e-5f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("extractors")
  void aUniformImageHasAFiniteResponse(Extractor extractor) {
    try (var manager = NDManager.newBaseManager()) {
      var image = manager.ones(new Shape(1, 3, 32, 64));
      var filter = extractor.filter();
      filter.initialize(manager, DataType.FLOAT32, image.getShape());

      var response = filter.run(image, new Pass(new ParameterStore(manager, false), false));

      for (float value : response.toFloatArray()) {
        assertThat(value).isFinite();
      }
      // Rounding must not look like structure.
      if (extractor == Extractor.DCT) {
        assertThat(response.max().getFloat()).isLessThan(0.01f);
      }
    }
  }

  private static Stream<Extractor> extractors() {
    return Stream.of(Extractor.values());
  }

  private static Stream<JsonObject> cases() {
    var stream = ExtractorGoldenTest.class.getResourceAsStream("/golden/extractors_seed1.json");
    var json = JsonParser.parseReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    return StreamSupport.stream(
            json.getAsJsonObject().get("cases").getAsJsonArray().spliterator(), false)
        .map(element -> element.getAsJsonObject());
  }
}
