/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.ThreeLooks;
import sc.fiji.sparsevit.model.Models;

class TeacherTest {

  private static final SampleSize SIZE = new SampleSize(Toy.SIDE, Toy.SIDE);

  @TempDir private Path folder;

  @Test
  void theGoalIsMostlyWhatTheTeacherSeesInThreeLooksAndForTheRestTheMask() throws Exception {
    var file = Toy.model(folder).toString();
    var samples = List.of(Toy.sample(1), Toy.sample(2));
    try (var manager = NDManager.newBaseManager();
        var teacher = open(file, SIZE);
        var model = Models.open(file, ComputeOptions.defaults(), warning -> {})) {
      var batch = TrainingBatch.of(samples, manager);

      var taught = teacher.teach(batch, samples, manager);

      assertThat(taught.masks()).isEqualTo(batch.masks());
      float[] goals = taught.goals().toFloatArray();
      float[] masks = batch.masks().toFloatArray();
      float[] images = batch.images().toFloatArray();
      float[] seen = ThreeLooks.probabilities(model.network(), images, 2, Toy.SIDE, Toy.SIDE);
      for (int i = 0; i < goals.length; i++) {
        // The teacher may compute in shorter numbers.
        assertThat(goals[i]).isCloseTo(0.7f * seen[i] + 0.3f * masks[i], within(0.03f));
      }
    }
  }

  @Test
  void samplesThatDoNotFitTheTeacherAreRefused() throws Exception {
    var file = Toy.model(folder).toString();

    assertThatThrownBy(() -> open(file, new SampleSize(96, 128)))
        .hasMessageContaining("choose multiples of 64");
  }

  private static Teacher open(String nameOrFile, SampleSize size) throws IOException {
    return Teacher.open(nameOrFile, size, DeviceChoice.CPU, warning -> {});
  }
}
