/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.sparsevit.checkpoint.CheckpointException;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.EngineContext;
import sc.fiji.sparsevit.io.Sha256;

/**
 * Opens third-party networks: TorchScript archives with a {@link TorchScriptCard} next to them.
 * Such an archive holds code, which PyTorch runs; so it is opened only where it is named as what it
 * is, {@code torchscript:FILE}.
 */
final class TorchScriptLoader implements ModelLoader {

  /** The prefix of the file name. */
  static final String PREFIX = "torchscript:";

  /** Also archives that are named as if they were weights: they are refused with the reason. */
  @Override
  public boolean accepts(String nameOrFile) {
    return nameOrFile.startsWith(PREFIX)
        || path(nameOrFile).filter(TorchScriptFile::isOne).isPresent();
  }

  @Override
  public List<Path> files(String nameOrFile) {
    var name = nameOrFile.startsWith(PREFIX) ? nameOrFile.substring(PREFIX.length()) : nameOrFile;
    return path(name).map(file -> List.of(file, TorchScriptCard.beside(file))).orElse(List.of());
  }

  @Override
  public ModelIdentity describe(String nameOrFile) throws IOException {
    return identity(file(nameOrFile));
  }

  @Override
  public OpenModel open(String nameOrFile, ComputeOptions compute, Consumer<String> warn)
      throws IOException {
    var file = file(nameOrFile);
    var identity = identity(file);
    TorchScriptFile.requireHarmless(file);
    warn.accept(
        file.getFileName()
            + " is a third-party network that contains code, which runs on this computer; use it"
            + " only if you trust its source.");
    var card = ((TorchScriptArchitecture) identity.architecture()).card();
    // Also says when the device is not the one that was asked for.
    try (var manager = Devices.open(compute.device(), warn)) {
      var device = manager.getDevice();
      var model = EngineContext.call(() -> Model.newInstance(card.name(), device, "PyTorch"));
      try {
        model.load(file.toAbsolutePath());
        var network = new TorchScriptModel(model, card, file);
        network.requireMap();
        return new OpenModel(identity, network);
      } catch (EngineException | MalformedModelException e) {
        model.close();
        throw new CheckpointException(
            String.format(
                Locale.ROOT, "PyTorch cannot open %s: %s", file, firstLine(e.getMessage())),
            e);
      } catch (IOException | RuntimeException e) {
        model.close();
        throw e;
      }
    }
  }

  private static ModelIdentity identity(Path file) throws IOException {
    var card = TorchScriptCard.read(file);
    return new ModelIdentity(
        card.name(), Sha256.of(file), new TorchScriptArchitecture(card), Optional.empty());
  }

  private static Path file(String nameOrFile) throws CheckpointException {
    if (!nameOrFile.startsWith(PREFIX)) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "%s is a TorchScript archive, which contains code that would run on this computer; if"
                  + " you trust its source, specify it as %s%s",
              nameOrFile,
              PREFIX,
              nameOrFile));
    }
    var name = nameOrFile.substring(PREFIX.length());
    return path(name)
        .filter(Files::isRegularFile)
        .orElseThrow(() -> new CheckpointException("there is no file " + name));
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  static String firstLine(String message) {
    return message == null ? "no reason given" : message.strip().lines().findFirst().orElse("");
  }
}
