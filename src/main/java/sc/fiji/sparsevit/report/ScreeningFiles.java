/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;

/**
 * The tables of a screening.
 *
 * @param folder of its results
 */
public record ScreeningFiles(Path folder) {

  /** One line for each picture, the highest score first. */
  public Path summaryCsv() {
    return folder.resolve("summary.csv");
  }

  /** All of a {@link ScreeningSummary}. */
  public Path summaryJson() {
    return folder.resolve("summary.json");
  }

  /** One line for each thing that could not be screened; always there. */
  public Path errorsCsv() {
    return folder.resolve("errors.csv");
  }

  /**
   * @throws IOException if one could not be written; the errors are written first
   */
  public void write(ScreeningSummary summary) throws IOException {
    write(
        errorsCsv(),
        Csv.line("input", "part", "reason"),
        summary.problems().stream()
            .map(problem -> Csv.line(problem.input(), problem.part(), problem.reason())));
    write(
        summaryCsv(),
        Csv.line(
            "input",
            "page",
            "stem",
            "score",
            "network_score",
            "regions",
            "evidence",
            "copies",
            "compression",
            "seams",
            "grain",
            "flagged",
            "width",
            "height",
            "seconds",
            "sha256",
            "notes"),
        summary.pictures().stream().map(ScreeningFiles::line));
    write(summaryJson(), Json.READABLE.toJson(summary) + "\n", Stream.empty());
  }

  private static String line(ScreenedPicture picture) {
    return Csv.line(
        picture.input(),
        picture.page(),
        picture.stem(),
        picture.score(),
        picture.networkScore(),
        picture.regions(),
        String.join("; ", picture.evidence()),
        picture.copies(),
        picture.compression(),
        picture.seams(),
        picture.grain(),
        picture.flagged(),
        picture.width(),
        picture.height(),
        picture.seconds(),
        picture.sha256(),
        String.join("; ", picture.notes()));
  }

  private static void write(Path file, String start, Stream<String> lines) throws IOException {
    WholeFile.write(
        file,
        part -> {
          try (var out = Files.newBufferedWriter(part)) {
            out.write(start);
            for (var line : (Iterable<String>) lines::iterator) {
              out.write(line);
            }
          }
        });
  }
}
