/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sc.fiji.sparsevit.checkpoint.ArrayContent;
import sc.fiji.sparsevit.checkpoint.CheckpointException;
import sc.fiji.sparsevit.checkpoint.Safetensors;
import sc.fiji.sparsevit.checkpoint.StateDict;
import sc.fiji.sparsevit.checkpoint.StoredTensor;

/**
 * Everything that a run needs to go on as if it had never stopped: newest weights, averaged
 * weights, history heads, both moments of the optimizer, and how many steps were taken. Data order
 * and random numbers follow from the step.
 */
final class TrainingState {

  private static final String STEPS = "steps";
  private static final String BEST = "best_f1";

  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Map<String, String> run;

  /**
   * @param run what has to be the same for the run to go on, by the names that messages give it
   */
  TrainingState(Map<String, String> run) {
    this.run = run;
  }

  void add(String prefix, Map<String, NDArray> some) {
    some.forEach((key, array) -> arrays.put(prefix + key, array));
  }

  /** How far a run has come. */
  record Progress(long steps, double bestF1) {
    static final Progress START = new Progress(0, Double.NEGATIVE_INFINITY);
  }

  /** Writes a file that appears only when it is complete. */
  void write(Path file, Progress progress) throws IOException {
    var tensors = new LinkedHashMap<String, StoredTensor>();
    arrays.forEach((key, array) -> tensors.put(key, stored(array)));
    var metadata = new LinkedHashMap<>(run);
    metadata.put(STEPS, Long.toString(progress.steps));
    metadata.put(BEST, Double.toString(progress.bestF1));
    Safetensors.write(new StateDict(tensors, metadata), file);
  }

  /**
   * Puts a file's values into the arrays.
   *
   * @throws CheckpointException when the file is another network's or another run's
   */
  Progress read(Path file) throws IOException {
    var state = Safetensors.read(file);
    for (var entry : run.entrySet()) {
      var written = state.metadata().get(entry.getKey());
      if (!entry.getValue().equals(written)) {
        throw new CheckpointException(
            String.format(
                Locale.ROOT,
                "%s was written by a run with different %s (%s); resume with those, or start a new"
                    + " run from its weights in another folder",
                file,
                entry.getKey(),
                written));
      }
    }
    for (var entry : arrays.entrySet()) {
      var tensor = state.tensors().get(entry.getKey());
      if (tensor == null || !tensor.shape().equals(entry.getValue().getShape())) {
        throw new CheckpointException(
            String.format(
                Locale.ROOT,
                "%s does not contain %s in the shape %s; resume with the configuration it was"
                    + " written with",
                file,
                entry.getKey(),
                entry.getValue().getShape()));
      }
      ArrayContent.replace(entry.getValue(), tensor.data());
    }
    return new Progress(
        Long.parseLong(state.metadata().get(STEPS)),
        Double.parseDouble(state.metadata().get(BEST)));
  }

  /** Where the device allows it, not a copy: the largest networks' states fill gigabytes. */
  private static StoredTensor stored(NDArray array) {
    return new StoredTensor(array.getDataType(), array.getShape(), array.toByteBuffer(true));
  }
}
