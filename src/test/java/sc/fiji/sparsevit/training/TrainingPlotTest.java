/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPlotTest {

  @TempDir Path folder;

  @Test
  void curvesAreMeansOverStepsAndLeaveMissingValuesOut() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("step,loss,f1,validation_f1");
    for (int step = 0; step < 1000; step++) {
      var validated = step % 500 == 499 ? "0." + step / 100 : "";
      lines.add(
          step
              + ","
              + (step % 2 == 0 ? 1 : 3)
              + ","
              + (step % 4 == 0 ? "NaN" : "0.5")
              + ","
              + validated);
    }
    lines.add("1000,4");
    var log = Files.write(folder.resolve("log.csv"), lines);

    var plot = TrainingPlot.of(log);

    assertThat(plot.getDataObjectArrays(0)[0]).hasSize(200);
    assertThat(plot.getDataObjectArrays(0)[1]).contains(1.8f).doesNotContain(1f, 3f, 4f);
    assertThat(plot.getDataObjectArrays(1)[1]).containsOnly(0.5f);
    assertThat(plot.getDataObjectArrays(2)[0]).containsExactly(499, 999);
    assertThat(plot.getDataObjectArrays(2)[1]).containsExactly(0.4f, 0.9f);

    TrainingPlot.write(log);
    assertThat(folder.resolve("training_plot.png")).isNotEmptyFile();
  }

  @Test
  void logWithoutStepsIsAnEmptyPlot() throws IOException {
    var log = Files.writeString(folder.resolve("log.csv"), "step,loss,f1,validation_f1\n");
    TrainingPlot.write(log);
    assertThat(folder.resolve("training_plot.png")).isNotEmptyFile();
  }
}
