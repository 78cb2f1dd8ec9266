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
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.training.synthesis.TrainingSample;

/** Training cannot go on; the message says why and what to do. */
public final class TrainingException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private TrainingException(String message) {
    super(message);
  }

  /** Saves the batch that broke the loss, so that it can be looked at. */
  static TrainingException notANumber(long step, List<TrainingSample> samples, Path folder)
      throws IOException {
    var batch = Files.createDirectories(folder.resolve("bad-batch-" + step));
    for (int i = 0; i < samples.size(); i++) {
      var file = batch.resolve(i + "-" + samples.get(i).kind().name().toLowerCase() + ".png");
      ImageIO.write(samples.get(i).picture().toBufferedImage(), "png", file.toFile());
    }
    return new TrainingException(
        "the loss of step %d is not a number; its samples are in %s; resume with a lower learning rate from the last saved state"
            .formatted(step, batch));
  }
}
