/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.sparsevit.io.WholeFile;

/** Writes what an evaluation leaves for people and machines. */
final class EvaluationOutput {
  private final Path folder;
  private final EvaluationRun run;
  private final MapPreviews previews;

  EvaluationOutput(Path folder, EvaluationRun run, MapPreviews previews) {
    this.folder = folder;
    this.run = run;
    this.previews = previews;
  }

  void write(EvaluationSummary summary) throws IOException {
    write("metrics.json", MetricsJson.of(run, summary));
    write("per_image.csv", PerImageCsv.of(summary, run.localization().threshold()));
    write("report.html", new ReportPage(run, summary, previews).toHtml());
  }

  private void write(String name, String content) throws IOException {
    WholeFile.write(folder.resolve(name), part -> Files.writeString(part, content));
  }
}
