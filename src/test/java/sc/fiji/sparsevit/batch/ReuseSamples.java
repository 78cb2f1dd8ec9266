/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that have much to recognize, and what may become of them in another figure. */
final class ReuseSamples {
  private ReuseSamples() {}

  /** Dots of many sizes, each once. */
  static BufferedImage dots(int width, int height, long seed) {
    var random = new Random(seed);
    var light = new double[width * height];
    for (int i = 0; i < width * height / 90; i++) {
      double x = random.nextDouble() * width;
      double y = random.nextDouble() * height;
      double sigma = 1 + 3 * random.nextDouble() * random.nextDouble();
      double strength = 45 * random.nextGaussian();
      int reach = (int) (4 * sigma);
      for (int py = Math.max(0, (int) y - reach); py < Math.min(height, y + reach); py++) {
        for (int px = Math.max(0, (int) x - reach); px < Math.min(width, x + reach); px++) {
          double square = (px - x) * (px - x) + (py - y) * (py - y);
          light[py * width + px] += strength * Math.exp(-square / (2 * sigma * sigma));
        }
      }
    }
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < light.length; i++) {
      int level = level(120 + light[i] + 2 * random.nextGaussian());
      picture.setRGB(i % width, i / width, new Color(level, level, level).getRGB());
    }
    return picture;
  }

  /** A part, mirrored, turned by a right angle, as a negative of less contrast. */
  static BufferedImage reused(BufferedImage picture, int x, int y, int width, int height) {
    var turn = new AffineTransform(0, 1, 1, 0, 0, 0); // rows become columns
    var part = new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB);
    new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(picture.getSubimage(x, y, width, height), part);
    for (int i = 0; i < width * height; i++) {
      int level = part.getRGB(i % height, i / height) & 255;
      int changed = level(30 + 0.7 * (255 - level));
      part.setRGB(i % height, i / height, new Color(changed, changed, changed).getRGB());
    }
    return part;
  }

  /** Two panels side by side, on white. */
  static BufferedImage figure(BufferedImage left, BufferedImage right) {
    int height = Math.max(left.getHeight(), right.getHeight()) + 40;
    int width = left.getWidth() + right.getWidth() + 60;
    var figure = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = figure.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.drawImage(left, 20, 20, null);
    graphics.drawImage(right, left.getWidth() + 40, 20, null);
    graphics.dispose();
    return figure;
  }

  static Path save(BufferedImage picture, Path file) throws IOException {
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
