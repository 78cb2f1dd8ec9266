/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.SampleFile;

/** Training cannot go on; the message says why and what to do. */
public final class TrainingException extends IOException {

  private static final long serialVersionUID = 1;

  private TrainingException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Saves the samples that broke the loss or a gradient, so that they can be inspected. */
  static TrainingException notANumber(long step, List<TrainingSample> samples, Path folder)
      throws IOException {
    var bad = Files.createDirectories(folder.resolve("bad-batch-" + step));
    for (int i = 0; i < samples.size(); i++) {
      var sample = samples.get(i);
      SampleFile.writePicture(sample, bad.resolve(i + ".png"));
      SampleFile.writeMask(sample, bad.resolve(i + "_mask.png"));
    }
    return new TrainingException(
        String.format(
            Locale.ROOT,
            "The loss or a gradient of step %d is not a number (its samples are in %s); start a new"
                + " run from latest.safetensors with a lower learning rate.",
            step,
            bad),
        null);
  }

  /**
   * What a failure of a pass means: where a GPU's memory was too small, that its batch was too
   * large; else the failure itself.
   */
  static TrainingException ofPass(RuntimeException failure, TrainingOptions options) {
    if (!FailureText.isGpuOutOfMemory(failure)) {
      throw failure;
    }
    return new TrainingException(
        String.format(
            Locale.ROOT,
            "A batch of %d samples does not fit into the GPU's memory; %s.",
            options.batchSize() * (1 + options.replays()),
            remedy(options)),
        failure);
  }

  private static String remedy(TrainingOptions options) {
    if (options.replays() > 0) {
      return "try fewer replays (--replay " + (options.replays() - 1) + ")";
    }
    if (options.batchSize() == 1) {
      return "train on the CPU, or on smaller samples";
    }
    return String.format(
        Locale.ROOT,
        "try smaller batches and more passes per step (--batch %d --accumulate %d)",
        options.batchSize() / 2,
        2 * options.accumulation());
  }

  /** A sample that its source cannot make. */
  static TrainingException noSample(Throwable cause) {
    return new TrainingException(
        "A training sample could not be made: " + cause.getMessage(), cause);
  }
}
