/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Plots drawn by gnuplot from random numbers, PNG. */
record Plots(String name, int size) implements HeldOutSet {

  /** Whether gnuplot is there. */
  static boolean canBeDrawn() {
    try {
      return new ProcessBuilder("gnuplot", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    var kinds = List.of(PlotScript.PlotKind.values());
    var kind = kinds.get(number % kinds.size());
    var plot = Files.createTempFile("plot", ".png");
    try {
      draw(PlotScript.of(kind, plot, chance));
      String file = Names.of(number, kind.word()) + ".png";
      folder.untouched(file, plot, Map.of("made", "plot", "kind", kind.word()));
    } finally {
      Files.delete(plot);
    }
  }

  private static void draw(String script) throws IOException {
    Path file = Files.createTempFile("plot", ".gp");
    try {
      Files.writeString(file, script);
      var process = new ProcessBuilder("gnuplot", file.toString()).inheritIO().start();
      if (process.waitFor() != 0) {
        throw new IOException("gnuplot failed; it was told:\n" + script);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while gnuplot was drawing", e);
    } finally {
      Files.delete(file);
    }
  }
}
