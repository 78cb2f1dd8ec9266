/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.SparseVitWindow;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.SampleSize;
import sc.fiji.sparsevit.training.TestSet;
import sc.fiji.sparsevit.training.TrainingPreset;
import sc.fiji.sparsevit.training.TrainingStep;

class AblationTest {

  @TempDir private Path folder;

  @Test
  void aCanceledAblationGoesOnWhereItWas() throws Exception {
    var data = TestSet.write(folder.resolve("data"), 1, 1, 90);
    var output = folder.resolve("out");
    var plan =
        new AblationPlan(
            List.of("lite-single-scale"),
            TrainingPreset.LITE,
            List.of(),
            List.of(data),
            0.5,
            TrainingPreset.LITE.options(2).withBatch(1, 1),
            List.of(1L),
            new SampleSize(128, 128),
            List.of(data),
            0,
            LocalizationOptions.defaults(),
            DeviceChoice.CPU,
            output);
    var steps = new ArrayList<Long>();

    assertThatThrownBy(() -> Ablation.run(plan, recording(steps, 1)))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("rerun the same command");
    assertThat(output.resolve(AblationReport.PAGE)).doesNotExist();
    var page = Ablation.run(plan, recording(steps, Integer.MAX_VALUE));

    assertThat(steps).containsExactly(0L, 1L);
    assertThat(page).isRegularFile();
    assertThat(Files.readAllLines(output.resolve(AblationReport.FIGURES))).hasSize(2);
  }

  @Test
  void theNetworksOfEveryTableTakeWindowsOfLargeImages() {
    for (var table : PaperTables.load().tables()) {
      for (var scale : List.of("lite", "base")) {
        for (var name : table.configurations(scale)) {
          var window = SparseVitWindow.of(SparseVitConfig.named(name));
          assertThat(window.side() % window.multiple()).as(name).isZero();
        }
      }
    }
  }

  @Test
  void everyTableOfThePaperNamesConfigurationsThatThereAre() {
    for (var table : PaperTables.load().tables()) {
      for (var scale : List.of("lite", "base")) {
        assertThat(table.configurations(scale)).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        table.configurations(scale).forEach(SparseVitConfig::named);
      }
    }
  }

  private static AblationListener recording(List<Long> steps, int end) {
    return new AblationListener() {
      @Override
      public void stepped(TrainingStep step) {
        steps.add(step.step());
      }

      @Override
      public boolean isCanceled() {
        return steps.size() >= end;
      }
    };
  }
}
