/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;

/** The run as comma-separated values, one line per optimizer step; a resumed run appends to it. */
final class TrainingLog {

  static final String HEADING =
      "step,learning_rate,loss,cross_entropy,dice,history,f1,gradient_norm,seconds,"
          + "validation_f1,validation_auc,validation_authentic_flagged";

  private static final int COLUMNS = HEADING.split(",").length;

  private final Path file;

  /** Drops the lines of steps that the resumed state does not know of. */
  TrainingLog(Path file, long firstStep) throws IOException {
    this.file = file;
    List<String> lines = firstStep > 0 && Files.exists(file) ? Files.readAllLines(file) : List.of();
    var kept =
        Stream.concat(Stream.of(HEADING), lines.stream().filter(l -> isBefore(l, firstStep)));
    WholeFile.write(file, part -> Files.write(part, (Iterable<String>) kept::iterator));
  }

  void append(TrainingStep step, ValidationScore score) throws IOException {
    var line =
        Csv.line(
            step.step(),
            text("%.4g", step.rate()),
            text("%.6g", step.loss()),
            text("%.6g", step.crossEntropy()),
            text("%.6g", step.dice()),
            text("%.6g", step.history()),
            text("%.4f", step.f1()),
            text("%.4g", step.gradientNorm()),
            text("%.3f", step.seconds()),
            score == null ? null : text("%.4f", score.f1()),
            score == null ? null : text("%.4f", score.auc()),
            score == null ? null : text("%.5f", score.authenticFlagged()));
    Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** The last line of a killed run may be cut off, even within the step's number. */
  private static boolean isBefore(String line, long step) {
    try {
      var values = Csv.fields(line);
      return values.size() == COLUMNS
          && values.get(0).matches("\\d+")
          && Long.parseLong(values.get(0)) < step;
    } catch (IOException cutOff) {
      return false;
    }
  }
}
