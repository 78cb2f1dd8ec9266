/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningProgressTest {
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private ScreeningProgress progress;
  private Path small;
  private Path large;

  @BeforeEach
  void makeInputs() throws IOException {
    small = Files.write(folder.resolve("small"), new byte[100]);
    large = Files.write(folder.resolve("large"), new byte[300]);
    progress =
        new ScreeningProgress(
            (done, total) -> told.add(done + " of " + total), List.of(small, large));
  }

  @Test
  void aLargeInputCountsForMore() {
    progress.add(small, 1, false);
    progress.add(large, 0.5, false);
    progress.add(large, 0.5, false);

    assertThat(told).containsExactly("100 of 400", "250 of 400", "400 of 400");
  }

  @Test
  void whatWasDoneBeforeIsNoPartOfWhatIsLeft() {
    progress.add(large, 1, true);
    progress.add(small, 0.5, false);
    progress.add(small, 0.5, true);

    assertThat(told).containsExactly("0 of 100", "50 of 100", "50 of 50");
  }

  @Test
  void nothingLeftIsNoDivisionByZero() {
    progress.add(large, 1, true);
    progress.add(small, 1, true);

    assertThat(told).containsExactly("0 of 100", "1 of 1");
  }
}
