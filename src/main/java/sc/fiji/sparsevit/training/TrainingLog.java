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

/** The run as comma-separated values, one line per optimiser step; a resumed run goes on in it. */
final class TrainingLog {

  static final String HEADING =
      "step,learning_rate,loss,cross_entropy,dice,history,f1,gradient_norm,seconds,"
          + "validation_f1,validation_auc,validation_authentic_flagged";

  private final Path file;

  /** Drops the lines of steps that the resumed state does not know of. */
  TrainingLog(Path file, long firstStep) throws IOException {
    this.file = file;
    List<String> kept = List.of(HEADING);
    if (firstStep > 0 && Files.exists(file)) {
      kept =
          Files.readAllLines(file).stream()
              .filter(line -> line.equals(HEADING) || isBefore(line, firstStep))
              .toList();
    }
    Files.write(file, kept);
  }

  void append(TrainingStep step, ValidationScore score) throws IOException {
    var line =
        String.format(
            Locale.ROOT,
            "%d,%.4g,%.6g,%.6g,%.6g,%.6g,%.4f,%.4g,%.3f,%s%n",
            step.step(),
            step.rate(),
            step.loss(),
            step.crossEntropy(),
            step.dice(),
            step.history(),
            step.f1(),
            step.gradientNorm(),
            step.seconds(),
            score == null
                ? ",,"
                : String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%.5f",
                    score.f1(),
                    score.auc(),
                    score.authenticFlagged()));
    Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static boolean isBefore(String line, long step) {
    var number = line.split(",", 2)[0];
    return number.matches("\\d+") && Long.parseLong(number) < step;
  }
}
