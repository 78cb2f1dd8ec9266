/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;

/**
 * The tables of reuse across pictures.
 *
 * @param folder of the screening's results
 */
public record ReuseFiles(Path folder) {

  /** One line for each pair, the surest first. */
  public Path csv() {
    return folder.resolve("reuse.csv");
  }

  /** All of a {@link ReuseReport}. */
  public Path json() {
    return folder.resolve("reuse.json");
  }

  /**
   * @throws IOException if one could not be written
   */
  public void write(ReuseReport report) throws IOException {
    var lines =
        new StringBuilder(
            Csv.line(
                "first",
                "first_page",
                "first_stem",
                "first_panel",
                "first_x",
                "first_y",
                "first_width",
                "first_height",
                "second",
                "second_page",
                "second_stem",
                "second_panel",
                "second_x",
                "second_y",
                "second_width",
                "second_height",
                "archived",
                "transformation",
                "same_file",
                "mirrored",
                "inverted",
                "angle",
                "scale",
                "correlation",
                "matched_points",
                "score"));
    report.pairs().forEach(pair -> lines.append(line(pair)));
    WholeFile.write(csv(), part -> Files.writeString(part, lines));
    WholeFile.write(json(), part -> Files.writeString(part, Json.READABLE.toJson(report) + "\n"));
  }

  /** Removes those of a run that did not look for reuse: they would be out of date. */
  public void delete() throws IOException {
    Files.deleteIfExists(csv());
    Files.deleteIfExists(json());
  }

  private static String line(RecordedReuse pair) {
    var one = pair.first();
    var other = pair.second();
    return Csv.line(
        one.input(),
        one.page(),
        one.stem(),
        one.panel(),
        one.x(),
        one.y(),
        one.width(),
        one.height(),
        other.input(),
        other.page(),
        other.stem(),
        other.panel(),
        other.x(),
        other.y(),
        other.width(),
        other.height(),
        other.archived() == null ? null : other.archived().date(),
        pair.words(),
        pair.sameFile(),
        pair.mirrored(),
        pair.inverted(),
        rounded(pair.angle()),
        rounded(pair.scale()),
        rounded(pair.correlation()),
        pair.matchedPoints(),
        rounded(pair.score()));
  }

  private static double rounded(double value) {
    return Math.rint(value * 10_000) / 10_000;
  }
}
