/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A folder of small pictures with painted rectangles. */
record PaintedDataset(Path folder) {
  static final int WIDTH = 40;
  static final int HEIGHT = 30;

  /** A forged image that the model of the tests finds at {@code found}, forged at {@code truth}. */
  PaintedDataset forged(String name, Rectangle found, Rectangle truth) throws IOException {
    paint("Tp/" + name, found, new Color(200, 40, 40));
    return paint("Gt/" + name, truth, Color.WHITE);
  }

  /** An authentic image in which the model of the tests finds something at {@code found}. */
  PaintedDataset authentic(String name, Rectangle found) throws IOException {
    return paint("Au/" + name, found, new Color(200, 40, 40));
  }

  PaintedDataset paint(String name, Rectangle area, Color color) throws IOException {
    return paint(name, WIDTH, HEIGHT, area, color);
  }

  PaintedDataset paint(String name, int width, int height, Rectangle area, Color color)
      throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(color);
    graphics.fill(area);
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
    return this;
  }
}
