/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sc.fiji.sparsevit.checkpoint.SafetensorsHeader.TensorEntry;

/** The header of a safetensors file as JSON. */
final class SafetensorsJson {

  private static final String METADATA = "__metadata__";

  private SafetensorsJson() {}

  /** JSON padded with spaces to a multiple of 8 bytes. */
  static byte[] write(SafetensorsHeader header) {
    var json = new JsonObject();
    if (!header.metadata().isEmpty()) {
      var texts = new JsonObject();
      header.metadata().forEach(texts::addProperty);
      json.add(METADATA, texts);
    }
    header.entries().forEach((key, entry) -> json.add(key, toJson(entry)));
    var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    var padded = Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8);
    Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
    return padded;
  }

  private static JsonObject toJson(TensorEntry entry) {
    var shape = new JsonArray();
    Arrays.stream(entry.shape().getShape()).forEach(shape::add);
    var offsets = new JsonArray();
    offsets.add(entry.begin());
    offsets.add(entry.begin() + entry.length());
    var json = new JsonObject();
    json.addProperty("dtype", entry.type().asSafetensors());
    json.add("shape", shape);
    json.add("data_offsets", offsets);
    return json;
  }

  /**
   * @throws CheckpointException when a tensor's extent is not what its type and shape need, or the
   *     tensors do not fill the data without a gap
   */
  static SafetensorsHeader read(byte[] json) throws CheckpointException {
    var entries = new LinkedHashMap<String, TensorEntry>();
    var metadata = new LinkedHashMap<String, String>();
    var text = new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8);
    try (var reader = new JsonReader(text)) {
      reader.beginObject();
      while (reader.hasNext()) {
        var key = reader.nextName();
        if (key.equals(METADATA)) {
          readTexts(reader, metadata);
        } else if (entries.put(key, readEntry(reader, key)) != null) {
          throw new CheckpointException(
              String.format(
                  Locale.ROOT, "its header lists tensor %s twice; write the file again", key));
        }
      }
      reader.endObject();
    } catch (CheckpointException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its header is not a safetensors header (%s); copy or download the file again",
              e.getMessage()),
          e);
    }
    var header = new SafetensorsHeader(entries, metadata);
    header.requireNoGap();
    return header;
  }

  private static void readTexts(JsonReader reader, Map<String, String> into) throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      into.put(reader.nextName(), reader.nextString());
    }
    reader.endObject();
  }

  private static TensorEntry readEntry(JsonReader reader, String key) throws IOException {
    DataType type = null;
    long[] shape = null;
    long[] offsets = null;
    reader.beginObject();
    while (reader.hasNext()) {
      switch (reader.nextName()) {
        case "dtype" -> type = DataType.fromSafetensors(reader.nextString());
        case "shape" -> shape = readLongs(reader);
        case "data_offsets" -> offsets = readLongs(reader);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    if (type == null || shape == null || offsets == null || offsets.length != 2) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its header lacks the type, shape, or offsets of tensor %s; write the file again",
              key));
    }
    long length = type.getNumOfBytes();
    for (long extent : shape) {
      length = extent < 0 ? -1 : Math.multiplyExact(length, extent);
    }
    if (length < 0 || length > Integer.MAX_VALUE - 8 || offsets[1] - offsets[0] != length) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "its header assigns tensor %s of type %s and shape %s the bytes %d to %d; copy or"
                  + " download the file again",
              key,
              type,
              Arrays.toString(shape),
              offsets[0],
              offsets[1]));
    }
    return new TensorEntry(type, new Shape(shape), offsets[0], (int) length);
  }

  private static long[] readLongs(JsonReader reader) throws IOException {
    var values = new ArrayList<Long>();
    reader.beginArray();
    while (reader.hasNext()) {
      values.add(reader.nextLong());
    }
    reader.endArray();
    return values.stream().mapToLong(Long::longValue).toArray();
  }
}
