/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.RunRecord;

/**
 * What a run was made with, beside its inputs: where one of these is another, all pictures are done
 * again.
 *
 * @param rasterizePages dots per inch; 0 if pages without images were left out
 * @param model SHA-256 of the weights
 * @param version of this software
 */
record RunSettings(RunRecord.Options options, int rasterizePages, String model, String version) {

  static RunSettings of(ScreeningOptions options, String model, String version) {
    return new RunSettings(options.recorded(), options.rasterizePages(), model, version);
  }

  /** What is another now: {@code threshold 0.3 (0.5 before)}. */
  List<String> changesTo(RunSettings now) {
    var before = Json.READABLE.toJsonTree(this).getAsJsonObject();
    return changes(before, Json.READABLE.toJsonTree(now).getAsJsonObject()).toList();
  }

  private static Stream<String> changes(JsonObject before, JsonObject now) {
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(now.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(before.get(key), now.get(key)))
        .flatMap(key -> change(key, before.get(key), now.get(key)));
  }

  private static Stream<String> change(String key, JsonElement before, JsonElement now) {
    return key.equals("options")
        ? changes(before.getAsJsonObject(), now.getAsJsonObject())
        : Stream.of(key.replace('_', ' ') + " " + words(now) + " (" + words(before) + " before)");
  }

  private static String words(JsonElement value) {
    if (value == null) {
      return "none";
    }
    return value.isJsonObject()
        ? value.getAsJsonObject().get("name").getAsString()
        : value.getAsString();
  }
}
