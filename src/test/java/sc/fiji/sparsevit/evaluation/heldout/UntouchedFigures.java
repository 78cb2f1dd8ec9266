/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.io.IOException;
import java.util.Map;

/** Crops of scientific pictures, and pages put together from them; half PNG, half JPEG. */
record UntouchedFigures(String name, int size, FigureSources figures) implements HeldOutSet {

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    // Seven crops, then five pages.
    if (number % 12 < 7) {
      var crop = figures.crop(number / 12 * 7 + number % 12, chance);
      var how = Map.of("made", "untouched crop", "from", crop.name());
      save(Names.of(number, "crop"), crop.picture(), how, chance, folder);
    } else {
      var page = FigurePage.draw(figures, chance);
      var how = Map.of("made", "untouched page", "from", page.sources());
      save(Names.of(number, "page"), page.image(), how, chance, folder);
    }
  }

  private static void save(
      String name, ColorProcessor image, Map<String, ?> how, Chance chance, SetFolder folder)
      throws IOException {
    if (chance.half()) {
      folder.untouchedPng(name, image, how);
    } else {
      folder.untouched(name, image, chance, how);
    }
  }
}
