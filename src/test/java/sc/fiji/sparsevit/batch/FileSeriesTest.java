/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class FileSeriesTest {

  private static ManipulationLocalizer localizer;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    localizer = ManipulationLocalizer.open("lite");
  }

  @AfterAll
  static void close() {
    localizer.close();
  }

  @Test
  void nextFileIsLocalizedWhileResultsOfTheOneBeforeAreWritten() throws IOException {
    var names = OutputNames.in(folder.resolve("results"));
    CompletableFuture<WrittenResults> first;
    try (var series = series(names)) {
      // Whoever writes on a thread of its own asks for a name, and waits for this one.
      synchronized (names) {
        first = series.localize(() -> OpenedFile.read(picture("first")), ProgressListener.NONE);
        series.localize(() -> OpenedFile.read(picture("second")), ProgressListener.NONE);
        assertThat(first).isNotDone();
      }
    }
    assertThat(first).isCompleted();
    assertThat(folder.resolve("results/second.json")).exists();
  }

  @Test
  void filesAreDoneInTheirOrderWhateverFails() throws IOException {
    var done = Collections.synchronizedList(new ArrayList<String>());
    var results = new ArrayList<CompletableFuture<?>>();
    try (var series = series()) {
      for (var name : List.of("first", "missing", "third")) {
        var file = name.equals("missing") ? folder.resolve("missing.png") : picture(name);
        results.add(
            series
                .localize(() -> OpenedFile.read(file), ProgressListener.NONE)
                .whenComplete((record, failure) -> done.add(name)));
      }
    }
    assertThat(done).containsExactly("first", "missing", "third");
    assertThatThrownBy(results.get(1)::join)
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("missing.png");
    assertThat(folder.resolve("results/third.json")).exists();
  }

  @Test
  void cancellationLeavesWhatWasDoneBefore() throws IOException {
    var canceled = new CancelAfter(0);
    try (var series = series()) {
      series.localize(() -> OpenedFile.read(picture("first")), ProgressListener.NONE);
      assertThatThrownBy(() -> series.localize(() -> OpenedFile.read(picture("second")), canceled))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(folder.resolve("results/first.json")).exists();
    try (var files = Files.list(folder.resolve("results"))) {
      assertThat(files).allMatch(file -> file.getFileName().toString().startsWith("first"));
    }
  }

  private FileSeries series() throws IOException {
    return series(OutputNames.in(folder.resolve("results")));
  }

  private static FileSeries series(OutputNames names) {
    var options = LocalizationOptions.defaults();
    var files = new FileLocalizer(localizer, options, ComputeOptions.defaults(), false, null);
    return new FileSeries(files, names);
  }

  private Path picture(String name) {
    var file = folder.resolve(name + ".png");
    IJ.save(IJ.createImage(name, "RGB ramp", 160, 140, 1), file.toString());
    return file;
  }
}
