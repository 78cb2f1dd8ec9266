/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the state dict out of a file that {@code torch.save} wrote (PyTorch 1.6 or newer), bare or
 * under {@code model} or {@code state_dict} of a training checkpoint, without running anything that
 * the file names and without reading what else it holds.
 *
 * <pre>{@code
 * StateDict weights = PyTorchCheckpoint.read(Path.of("checkpoint-98.pth"));
 * }</pre>
 */
public final class PyTorchCheckpoint {

  /** Tied tensors make a state dict larger than its file, but not by much. */
  private static final int MAX_SHARING = 4;

  private static final Pattern PREFIXES = Pattern.compile("^((module|backbone)\\.)+");

  private PyTorchCheckpoint() {}

  /**
   * @param file a {@code .pth} or {@code .pt}
   * @return the tensors; the prefixes {@code module.} and {@code backbone.} are taken off their
   *     keys
   * @throws CheckpointException when the file is none, is damaged, or is from before PyTorch 1.6
   */
  public static StateDict read(Path file) throws CheckpointException {
    try {
      requireZip(file);
      try (var archive = new TorchArchive(file)) {
        return tensors(stateDict(TensorUnpickler.read(archive.pickle())), archive, file);
      }
    } catch (CheckpointException e) {
      throw new CheckpointException(file.getFileName() + ": " + e.getMessage(), e.getCause());
    } catch (IOException | RuntimeException e) {
      throw new CheckpointException(
          String.format(
              Locale.ROOT,
              "%s: it cannot be read as a PyTorch checkpoint (%s); copy or download the file again",
              file.getFileName(),
              e.getMessage()),
          e);
    }
  }

  private static void requireZip(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CheckpointException("there is no such file; check the path");
    }
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
      return;
    }
    boolean pickle = start.length > 1 && (start[0] & 0xff) == 0x80 && start[1] <= 5;
    throw new CheckpointException(
        pickle
            ? "it is in the format from before PyTorch 1.6; load it in PyTorch and save it again"
                + " with torch.save"
            : "it is not a PyTorch checkpoint; choose a .pth file written by torch.save");
  }

  private static Map<?, ?> stateDict(Object root) throws CheckpointException {
    if (root instanceof Map<?, ?> map) {
      return Stream.of("model", "state_dict")
          .map(map::get)
          .filter(Map.class::isInstance)
          .<Map<?, ?>>map(Map.class::cast)
          .findFirst()
          .orElse(map);
    }
    throw new CheckpointException(
        String.format(
            Locale.ROOT,
            "it contains %s, not a state dict; save model.state_dict() with torch.save",
            root instanceof TorchObjects.Inert inert
                ? "an object of " + inert.name()
                : "something else"));
  }

  private static StateDict tensors(Map<?, ?> stateDict, TorchArchive archive, Path file)
      throws IOException {
    long allowed = MAX_SHARING * Files.size(file);
    var tensors = new LinkedHashMap<String, StoredTensor>();
    for (var entry : stateDict.entrySet()) {
      if (entry.getValue() instanceof PickledTensor pickled) {
        var key = withoutPrefix((String) entry.getKey());
        var tensor = pickled.read(key, archive);
        allowed -= tensor.data().remaining();
        if (allowed < 0) {
          throw new CheckpointException(
              String.format(
                  Locale.ROOT,
                  "its tensors up to %s are %d times as large as the file; save clones of the"
                      + " tensors",
                  key,
                  MAX_SHARING));
        }
        if (tensors.put(key, tensor) != null) {
          throw new CheckpointException(
              String.format(
                  Locale.ROOT,
                  "tensor %s exists with and without a prefix; save only one network",
                  key));
        }
      }
    }
    if (tensors.isEmpty()) {
      throw new CheckpointException(
          "it contains no tensors, neither at the top nor under model or state_dict; save"
              + " model.state_dict() with torch.save");
    }
    return new StateDict(tensors);
  }

  private static String withoutPrefix(String key) {
    return PREFIXES.matcher(key).replaceFirst("");
  }
}
