/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The results of an evaluation so far, in a file that a killed run leaves usable: a line that says
 * under which conditions they were made, then a line for each image, written in one go. A line that
 * was cut off is dropped.
 */
final class ResultStore implements AutoCloseable {
  // AUC may be NaN, which Gson otherwise refuses to write.
  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private final FileChannel channel;
  private final Map<ResultKey, ImageResult> results = new LinkedHashMap<>();

  private ResultStore(FileChannel channel) {
    this.channel = channel;
  }

  /** Starts a new file. */
  static ResultStore create(Path file, Map<String, String> conditions) throws IOException {
    var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    var store = new ResultStore(channel);
    store.writeLine(GSON.toJson(conditions));
    return store;
  }

  /** Goes on with a file whose conditions are known to hold. */
  static ResultStore resume(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var store = new ResultStore(channel);
    // A line at a time, so that a long run's file is never in memory as a whole.
    long intact = 0;
    try (var lines = reader(file)) {
      String conditions = lines.readLine();
      intact = length(conditions);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var result = parse(line);
        if (result.isEmpty() || intact + length(line) > channel.size()) {
          break;
        }
        store.results.put(result.get().key(), result.get());
        intact += length(line);
      }
    }
    channel.truncate(intact).position(intact);
    return store;
  }

  /** Under which conditions the results in a file were made; empty if there is no such file. */
  static Optional<Map<String, String>> conditions(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var lines = reader(file)) {
      var type = new TypeToken<Map<String, String>>() {}.getType();
      return Optional.ofNullable(GSON.fromJson(lines.readLine(), type));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  Map<ResultKey, ImageResult> results() {
    return Collections.unmodifiableMap(results);
  }

  void append(ImageResult result) throws IOException {
    writeLine(GSON.toJson(result));
    results.put(result.key(), result);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Unlike those of Files, it bears a character that was cut in two. */
  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
  }

  private void writeLine(String line) throws IOException {
    var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static Optional<ImageResult> parse(String line) {
    try {
      return Optional.ofNullable(GSON.fromJson(line, ImageResult.class));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static long length(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length + 1L;
  }
}
