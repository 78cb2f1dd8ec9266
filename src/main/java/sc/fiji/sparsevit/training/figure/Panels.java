/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Several figures on a white page, perhaps framed: edges that are not forged.
 *
 * @param artist draws the single ones
 */
record Panels(FigureArtist artist) implements FigureArtist {

  private static final int SMALLEST = 48;

  @Override
  public Figure draw(int width, int height, RandomGenerator look, RandomGenerator content) {
    int columns = Math.max(1, Math.min(content.nextInt(1, 4), width / SMALLEST));
    int rows = Math.max(1, Math.min(content.nextInt(columns == 1 ? 2 : 1, 4), height / SMALLEST));
    int gap = look.nextInt(3, 12);
    boolean framed = look.nextBoolean();
    int cellWidth = (width - gap) / columns;
    int cellHeight = (height - gap) / rows;
    var page = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    var elements = new ArrayList<Shape>();
    for (int i = 0; i < rows * columns; i++) {
      int x = gap + i % columns * cellWidth;
      int y = gap + i / columns * cellHeight;
      var figure = artist.draw(cellWidth - gap, cellHeight - gap, look, content);
      graphics.drawImage(figure.picture().toBufferedImage(), x, y, null);
      if (framed) {
        graphics.drawRect(x - 1, y - 1, cellWidth - gap + 1, cellHeight - gap + 1);
      }
      var place = AffineTransform.getTranslateInstance(x, y);
      figure.elements().forEach(shape -> elements.add(place.createTransformedShape(shape)));
    }
    graphics.dispose();
    return new Figure(RgbRaster.of(page), elements);
  }
}
