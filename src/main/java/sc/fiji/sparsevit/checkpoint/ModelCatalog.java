/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sc.fiji.sparsevit.io.Sha256;

/**
 * The SparseViT models that have a name, and other files.
 *
 * <pre>{@code
 * NamedWeights lite = ModelCatalog.open("lite");
 * SparseVit network = Weights.network(lite.weights(), lite.config(), manager);
 * }</pre>
 */
public final class ModelCatalog {

  /** The embedded model. */
  public static final String DEFAULT = "lite";

  /** The authors' model, which is not embedded. */
  public static final String BASE = "base";

  /** Where {@link #BASE} comes from, as a sentence for people. */
  public static final String BASE_SOURCE =
      "The paper's network, base, is not included because its weights have no stated license."
          + " Download the checkpoint through the Google Drive or Baidu links in the README of"
          + " https://github.com/scu-zjz/SparseViT, and choose the .pth file as the model.";

  private static final List<String> EMBEDDED = List.of(DEFAULT);

  private ModelCatalog() {}

  /** The names that {@link #open} knows, the default first. */
  public static List<String> names() {
    return List.of(DEFAULT, BASE);
  }

  /**
   * @param nameOrFile {@code lite}, or the path of a {@code .safetensors} or {@code .pth} file
   * @throws CheckpointException when there is no such model, or its file cannot be used; for {@code
   *     base} it says where to get the file
   */
  public static NamedWeights open(String nameOrFile) throws IOException {
    if (EMBEDDED.contains(nameOrFile)) {
      return embedded(nameOrFile);
    }
    if (nameOrFile.equals(BASE)) {
      throw new CheckpointException(BASE_SOURCE);
    }
    return file(nameOrFile);
  }

  private static NamedWeights embedded(String name) throws IOException {
    var file = name + ".safetensors";
    byte[] bytes;
    try (var in = resource(file)) {
      bytes = in.readAllBytes();
    }
    var checksum = Sha256.started(bytes);
    var weights = Safetensors.read(new ByteArrayInputStream(bytes), name);
    return NamedWeights.of(name, checksum, weights, errorRates(name));
  }

  private static NamedWeights file(String nameOrFile) throws IOException {
    Path file;
    try {
      file = Path.of(nameOrFile);
    } catch (InvalidPathException e) {
      throw noSuchModel(nameOrFile);
    }
    if (!Files.isRegularFile(file)) {
      throw noSuchModel(nameOrFile);
    }
    var checksum = Sha256.started(file);
    var weights = ModelFile.read(file);
    return NamedWeights.of(file.getFileName().toString(), checksum, weights, Optional.empty());
  }

  private static CheckpointException noSuchModel(String nameOrFile) {
    return new CheckpointException(
        String.format(
            Locale.ROOT,
            "there is no model or file named %s; use %s or the path of a .safetensors or .pth file",
            nameOrFile,
            DEFAULT));
  }

  private static Optional<JsonObject> errorRates(String name) throws IOException {
    try (var in = resource(name + ".json")) {
      return Optional.ofNullable(in)
          .map(json -> new InputStreamReader(json, StandardCharsets.UTF_8))
          .map(json -> JsonParser.parseReader(json).getAsJsonObject());
    }
  }

  /** Null when there is none. */
  private static InputStream resource(String name) {
    return ModelCatalog.class.getResourceAsStream("/models/" + name);
  }
}
