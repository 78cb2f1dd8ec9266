/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.ScreenedPicture;

/** Screens a folder of pictures of one window each, files and report included. */
final class FolderThroughput {

  private static final int SIDE = 512;

  private FolderThroughput() {}

  static BenchmarkResult.Folder measure(
      ManipulationLocalizer localizer, BenchmarkOptions options, Path folder) throws IOException {
    var pictures = Files.createDirectories(folder.resolve("pictures"));
    for (int i = 0; i < options.images(); i++) {
      TestPicture.write(
          SIDE, i, pictures.resolve(String.format(Locale.ROOT, "picture%03d.png", i)));
    }
    var screening =
        new Screening(
            List.of(pictures),
            InputPatterns.ALL,
            folder.resolve("screened"),
            ScreeningOptions.defaults());
    long start = System.nanoTime();
    var summary =
        screening.run(PictureLocalizer.of(localizer), ProgressListener.NONE, message -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    double inference = summary.pictures().stream().mapToDouble(ScreenedPicture::seconds).sum();
    return new BenchmarkResult.Folder(
        summary.pictures().size(), seconds, inference, seconds / inference);
  }
}
