/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import sc.fiji.sparsevit.network.Backbone;
import sc.fiji.sparsevit.network.Extractor;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.network.SparsityRun;

/**
 * A configuration as JSON, for example {@code {"channels":[48,64,128,192],
 * "convolution_blocks":[2,2],"stage3":[[8,2],[4,2],[2,2],[1,2]],"stage4":[[2,2],[1,2]],
 * "head_dimension":32,"head":"lff"}}; a stage is a list of [sparsity rate, blocks]. {@code
 * "matching":true}, {@code "extractor":"srm"} and {@code "backbone":"vit"} only stand where there
 * is matching, an extractor or an encoder of another family than the paper's.
 */
public final class ConfigJson {

  private ConfigJson() {}

  /** The configuration on one line. */
  public static String write(SparseVitConfig config) {
    return toJson(config).toString();
  }

  /** The configuration as part of a larger document. */
  public static JsonObject toJson(SparseVitConfig config) {
    var json = new JsonObject();
    if (config.backbone() != Backbone.UNIFORMER) {
      json.addProperty("backbone", config.backbone().toString());
    }
    json.add("channels", array(config.channels()));
    json.add("convolution_blocks", array(config.convolutionBlocks()));
    json.add("stage3", runs(config.stage3()));
    json.add("stage4", runs(config.stage4()));
    json.addProperty("head_dimension", config.headDimension());
    json.addProperty("head", config.head().name().toLowerCase(Locale.ROOT));
    config.extractor().ifPresent(filter -> json.addProperty("extractor", filter.toString()));
    if (config.matching()) {
      json.addProperty("matching", true);
    }
    return json;
  }

  /**
   * @throws CheckpointException when the text is not what {@link #write} makes
   */
  public static SparseVitConfig read(String text) throws CheckpointException {
    try {
      var json = JsonParser.parseString(text).getAsJsonObject();
      return new SparseVitConfig(
          json.has("backbone") ? value(Backbone.class, json.get("backbone")) : Backbone.UNIFORMER,
          list(json.get("channels"), JsonElement::getAsInt),
          list(json.get("convolution_blocks"), JsonElement::getAsInt),
          list(json.get("stage3"), ConfigJson::run),
          list(json.get("stage4"), ConfigJson::run),
          json.get("head_dimension").getAsInt(),
          Optional.ofNullable(json.get("extractor")).map(name -> value(Extractor.class, name)),
          json.has("matching") && json.get("matching").getAsBoolean(),
          value(Head.class, json.get("head")));
    } catch (RuntimeException e) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its configuration %s is not that of a SparseViT; convert its .pth again",
              text),
          e);
    }
  }

  private static <E extends Enum<E>> E value(Class<E> type, JsonElement name) {
    return Enum.valueOf(type, name.getAsString().toUpperCase(Locale.ROOT));
  }

  private static JsonArray array(List<Integer> values) {
    var array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static JsonArray runs(List<SparsityRun> runs) {
    var array = new JsonArray();
    runs.forEach(run -> array.add(array(List.of(run.rate(), run.blocks()))));
    return array;
  }

  private static SparsityRun run(JsonElement pair) {
    var values = list(pair, JsonElement::getAsInt);
    return new SparsityRun(values.get(0), values.get(1));
  }

  private static <T> List<T> list(JsonElement array, Function<JsonElement, T> element) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false).map(element).toList();
  }
}
