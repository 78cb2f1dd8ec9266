/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the network to the authors' code and to an independent form of it. */
class SparseVitGoldenTest {

  private static final double TOLERANCE = 1e-3;

  @ParameterizedTest
  @ValueSource(strings = {"base_512", "base_128x384", "lite_512", "lite_256x384"})
  void equalsTheReferenceOnEveryRecordedValue(String name) throws IOException {
    var golden = read(name);
    var config = name.startsWith("base") ? SparseVitConfig.base() : SparseVitConfig.lite();
    var probability = golden.getAsJsonObject("probability").getAsJsonArray("shape");
    try (var manager = NDManager.newBaseManager()) {
      var network = GoldenRule.network(manager, config);
      var store = new ParameterStore(manager, false);
      var input =
          GoldenRule.input(manager, probability.get(2).getAsInt(), probability.get(3).getAsInt());

      var features = network.encode(store, input, false);
      var expected = features(golden);
      assertThat(features.maps()).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertNear("map " + i, features.maps().get(i), expected.get(i), 64);
      }
      var logits =
          golden.has("logits_32x32")
              ? golden.getAsJsonArray("logits_32x32")
              : golden.getAsJsonObject("logits").getAsJsonArray("values");
      assertNear("logits", network.decode(store, features, false), logits, 1);
      assertNear(
          "probability",
          network.probabilities(store, input),
          golden.getAsJsonObject("probability"),
          name.equals("base_512") ? 4096 : 1024);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base_512", "lite_512"})
  void hasExactlyTheReferenceKeysAndShapes(String name) throws IOException {
    var keys = read(name).getAsJsonObject("keys");
    var config = name.startsWith("base") ? SparseVitConfig.base() : SparseVitConfig.lite();
    var state = new SparseVit(config).state();

    assertThat(state.keySet()).containsExactlyInAnyOrderElementsOf(keys.keySet());
    state.forEach(
        (key, parameter) ->
            assertThat(parameter.getShape().getShape())
                .as(key)
                .containsExactly(
                    StreamSupport.stream(keys.getAsJsonArray(key).spliterator(), false)
                        .mapToLong(e -> e.getAsLong())
                        .toArray()));
  }

  private static List<JsonObject> features(JsonObject golden) {
    var list = new ArrayList<JsonObject>();
    var features = golden.get("features");
    var elements =
        features.isJsonArray()
            ? features.getAsJsonArray().asList()
            : List.copyOf(features.getAsJsonObject().asMap().values());
    elements.forEach(e -> list.add(e.getAsJsonObject()));
    return list;
  }

  /** Compares with a record of every n-th value: the golden files choose n per tensor. */
  private static void assertNear(String what, NDArray actual, JsonObject expected, int n) {
    var values = expected.getAsJsonArray("every_nth");
    assertThat(actual.getShape().getShape())
        .as(what + " shape")
        .containsExactly(
            StreamSupport.stream(expected.getAsJsonArray("shape").spliterator(), false)
                .mapToLong(e -> e.getAsLong())
                .toArray());
    assertNear(what, actual, values, (int) Math.max(1, actual.size() / n));
    assertThat(actual.mean().getFloat())
        .as(what + " mean")
        .isCloseTo(expected.get("mean").getAsFloat(), within((float) TOLERANCE));
  }

  private static void assertNear(String what, NDArray actual, JsonArray expected, int step) {
    var values = actual.toFloatArray();
    assertThat((values.length + step - 1) / step).as(what + " count").isEqualTo(expected.size());
    for (int i = 0; i < expected.size(); i++) {
      assertThat((double) values[i * step])
          .as(what + " value " + i * step)
          .isCloseTo(expected.get(i).getAsDouble(), within(TOLERANCE));
    }
  }

  private static JsonObject read(String name) throws IOException {
    var file = "/golden/sparsevit_" + name + "_seed1.json";
    try (var stream = SparseVitGoldenTest.class.getResourceAsStream(file);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }
}
