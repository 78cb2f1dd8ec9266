/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Samples side by side for a person to look at: every picture above itself with the forged pixels
 * in red.
 */
public final class ContactSheet {

  private static final int GAP = 4;
  private static final int CAPTION = 14;
  private static final int RED = 0xff3030;

  private final int columns;
  private final List<TrainingSample> samples = new ArrayList<>();

  /** An empty sheet with this many pictures per row. */
  public ContactSheet(int columns) {
    this.columns = columns;
  }

  /** Puts one more picture on the sheet; all have the size of the first. */
  public void add(TrainingSample sample) {
    samples.add(sample);
  }

  /** The sheet. */
  public BufferedImage draw() {
    int cellWidth = samples.stream().mapToInt(s -> s.picture().width()).max().orElse(1) + GAP;
    int picture = samples.stream().mapToInt(s -> s.picture().height()).max().orElse(1) + GAP;
    int cellHeight = 2 * picture + CAPTION;
    int rows = (samples.size() + columns - 1) / columns;
    var sheet =
        new BufferedImage(
            columns * cellWidth, Math.max(1, rows * cellHeight), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    for (int i = 0; i < samples.size(); i++) {
      var sample = samples.get(i);
      int x = i % columns * cellWidth;
      int y = i / columns * cellHeight;
      graphics.setColor(Color.WHITE);
      graphics.drawString(i + " " + sample.kind(), x + 2, y + CAPTION - 3);
      graphics.drawImage(sample.picture().toBufferedImage(), x, y + CAPTION, null);
      graphics.drawImage(marked(sample), x, y + CAPTION + picture, null);
    }
    graphics.dispose();
    return sheet;
  }

  private static BufferedImage marked(TrainingSample sample) {
    var image = sample.picture().toBufferedImage();
    int width = image.getWidth();
    for (int i = 0; i < sample.mask().length; i++) {
      if (sample.mask()[i] != 0) {
        int half = image.getRGB(i % width, i / width) >> 1 & 0x7f7f7f;
        image.setRGB(i % width, i / width, half + (RED >> 1 & 0x7f7f7f));
      }
    }
    return image;
  }
}
