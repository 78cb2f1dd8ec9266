/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import sc.fiji.sparsevit.checkpoint.CheckpointException;
import sc.fiji.sparsevit.image.Normalization;
import sc.fiji.sparsevit.inference.Window;

/**
 * What the user says about a TorchScript archive, in a JSON file of the same name next to it:
 *
 * <pre>{@code
 * {
 *   "name": "TruFor",
 *   "window": 512,
 *   "multiple": 32,
 *   "normalization": {"mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]},
 *   "output": 0,
 *   "channel": 1,
 *   "values": "softmax",
 *   "license": "research only",
 *   "published": {"CASIA v1": {"f1": 0.818, "auc": 0.897}}
 * }
 * }</pre>
 *
 * @param window what the network wants to be shown; {@code "whole"} or a number of pixels in the
 *     file, with {@code overlap} and {@code multiple} where they matter
 * @param output which of the network's outputs is the map, counted from 0
 * @param channel which channel of it means "forged", counted from 0
 * @param values what its numbers are
 * @param json the unchanged file, for the record
 */
record TorchScriptCard(
    String name, Window window, int output, int channel, MapValues values, JsonObject json) {

  private static final Set<String> KEYS =
      Set.of(
          "name",
          "window",
          "overlap",
          "multiple",
          "normalization",
          "output",
          "channel",
          "values",
          "license",
          "source",
          "parameters",
          "multiply_accumulates",
          "published");

  private static final String DESCRIBED =
      "https://github.com/fiji/SparseViT/blob/main/docs/research.md#other-networks";

  /** Sides of windows are often multiples of this many pixels; a larger one does no harm. */
  private static final int MULTIPLE = 32;

  /** What a network's numbers are. */
  enum MapValues {
    /** A sigmoid makes probabilities of them. */
    LOGITS,
    /** 0 to 1 already. */
    PROBABILITIES,
    /** Logits of several classes; a softmax over the channels makes probabilities. */
    SOFTMAX
  }

  /** Where the card of an archive is. */
  static Path beside(Path archive) {
    var name = archive.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return archive.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".json");
  }

  /**
   * @throws CheckpointException when there is none, or its content is invalid; names the file, the
   *     key and what it may be
   */
  static TorchScriptCard read(Path archive) throws CheckpointException {
    var file = beside(archive);
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "%s needs a description, %s, which cannot be read; see " + DESCRIBED,
              archive,
              file.getFileName()),
          e);
    }
    try {
      return of(JsonParser.parseString(text).getAsJsonObject());
    } catch (RuntimeException e) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "%s does not describe a network: %s; see " + DESCRIBED,
              file,
              e.getMessage()),
          e);
    }
  }

  static TorchScriptCard of(JsonObject json) {
    for (var key : json.keySet()) {
      if (key.equals("inputs")) {
        throw new IllegalArgumentException(
            "networks that need more than the image, such as the DCT coefficients of CAT-Net, are"
                + " not supported");
      }
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException("there is no key " + key);
      }
    }
    return new TorchScriptCard(
        required(json, "name").getAsString(),
        window(json),
        integer(json, "output", 0),
        integer(json, "channel", 0),
        values(json),
        json);
  }

  private static Window window(JsonObject json) {
    var normalization = normalization(json);
    var side = required(json, "window").getAsString();
    if (side.equals("whole")) {
      return Window.whole(integer(json, "multiple", MULTIPLE), normalization);
    }
    int pixels = Integer.parseInt(side);
    // A traced network takes the size that it was traced with and no other.
    int multiple = integer(json, "multiple", pixels);
    int step = multiple % MULTIPLE == 0 ? MULTIPLE : 1;
    return new Window(pixels, integer(json, "overlap", pixels / 4), multiple, step, normalization);
  }

  private static Normalization normalization(JsonObject json) {
    var object = required(json, "normalization").getAsJsonObject();
    return Normalization.of(three(object, "mean"), three(object, "std"));
  }

  private static List<Double> three(JsonObject object, String key) {
    var array = Optional.ofNullable(object.getAsJsonArray(key));
    if (array.isEmpty() || array.get().size() != 3) {
      throw new IllegalArgumentException(
          "normalization must contain mean and std of red, green and blue, for colors from 0 to 1");
    }
    return array.get().asList().stream().map(JsonElement::getAsDouble).toList();
  }

  private static MapValues values(JsonObject json) {
    var name = required(json, "values").getAsString();
    try {
      return MapValues.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "values must be logits, probabilities or softmax, not " + name, e);
    }
  }

  private static JsonElement required(JsonObject json, String key) {
    if (!json.has(key)) {
      throw new IllegalArgumentException("it lacks " + key);
    }
    return json.get(key);
  }

  private static int integer(JsonObject json, String key, int otherwise) {
    return json.has(key) ? json.get(key).getAsInt() : otherwise;
  }
}
