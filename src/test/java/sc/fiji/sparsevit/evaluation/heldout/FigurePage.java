/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A page of a figure: panels of different sources in rows, with gaps and letters.
 *
 * @param sources of the panels, in their order
 */
record FigurePage(ColorProcessor image, List<String> sources) {
  private static final int LABEL_LINE = 20;
  private static final int DARK = 110;

  static FigurePage draw(FigureSources figures, Chance chance) {
    var sources = new ArrayList<>(figures.pictures());
    Collections.shuffle(sources, chance.random());
    int panels = Math.min(chance.between(4, 9), sources.size());
    int columns = panels == 4 ? 2 : panels == 8 ? 4 : 3;
    int rows = (panels + columns - 1) / columns;
    int width = chance.between(110, 170);
    int height = chance.half() ? width : chance.between(100, 160);
    int gap = chance.between(4, 14);
    boolean above = chance.half();
    int pitch = height + gap + (above ? LABEL_LINE : 0);
    var page = new ColorProcessor(columns * (width + gap) + gap, rows * pitch + gap);
    page.setColor(Color.WHITE);
    page.fill();
    page.setFont(new Font(Font.SANS_SERIF, Font.BOLD, chance.between(13, 17)));
    page.setAntialiasedText(true);
    for (int i = 0; i < panels; i++) {
      var panel = panel(sources.get(i).picture(), width, height, chance);
      int x = gap + i % columns * (width + gap);
      int y = gap + i / columns * pitch + (above ? LABEL_LINE : 0);
      page.insert(panel, x, y);
      boolean onDark = !above && panel.getStats().mean < DARK;
      page.setColor(onDark ? Color.WHITE : Color.BLACK);
      page.drawString(String.valueOf((char) ('A' + i)), x + (above ? 0 : 4), above ? y : y + 20);
    }
    return new FigurePage(
        page, sources.subList(0, panels).stream().map(FigureSources.FigureSource::name).toList());
  }

  /** Half of them as large as in their source, as far as that is large enough. */
  private static ColorProcessor panel(ColorProcessor source, int width, int height, Chance chance) {
    double zoom = chance.half() ? 1 : chance.between(0.7, 1.6);
    zoom = Math.min(zoom, (double) source.getWidth() / width);
    zoom = Math.min(zoom, (double) source.getHeight() / height);
    var crop =
        PictureIo.crop(
            source, (int) Math.round(width * zoom), (int) Math.round(height * zoom), chance);
    if (zoom == 1) {
      return crop;
    }
    crop.setInterpolationMethod(ImageProcessor.BICUBIC);
    return (ColorProcessor) crop.resize(width, height);
  }
}
