/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/**
 * Puts single pictures together as authors do: 2 to 12 panels in a grid or nested, gutters of 0 to
 * 30 pixels in any light or dark color, frames, labels within or above the panels, saved as PNG or
 * JPEG, sometimes scaled afterwards.
 */
final class CompositeFigures {
  private static final int SMALLEST_PANEL = 70;
  private static final int LONGEST = 6;

  /** A figure and where its panels are, in the order of drawing. */
  record Composite(BufferedImage picture, List<Rectangle> panels, String how) {}

  /** Gives a picture of its choice. */
  interface Pictures {
    BufferedImage any(RandomGenerator random);
  }

  private enum Labels {
    NONE,
    WITHIN,
    ABOVE
  }

  private final Pictures pictures;
  private final RandomGenerator random;
  private int gutter;
  private int band;

  CompositeFigures(Pictures pictures, RandomGenerator random) {
    this.pictures = pictures;
    this.random = random;
  }

  Composite make() throws IOException {
    while (true) {
      var composite = draw();
      if (composite.panels().size() > 1) {
        return composite;
      }
    }
  }

  private Composite draw() throws IOException {
    int count = 2 + random.nextInt(11);
    int width = 500 + random.nextInt(1100) + 20 * count;
    int height = 350 + random.nextInt(900) + 20 * count;
    gutter = random.nextInt(10) == 0 ? 0 : random.nextInt(31);
    var labels = Labels.values()[random.nextInt(3)];
    int letter = 14 + random.nextInt(22);
    band = labels == Labels.ABOVE ? letter + 6 : 0;
    int margin = random.nextBoolean() ? gutter : random.nextInt(40);
    var background = background();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(background);
    graphics.fillRect(0, 0, width, height);
    var cells =
        cells(new Rectangle(margin, margin, width - 2 * margin, height - 2 * margin), count);
    int frame = random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0;
    var ink = contrast(background);
    var family = random.nextBoolean() ? Font.SANS_SERIF : Font.SERIF;
    boolean capital = random.nextBoolean();
    var panels = new ArrayList<Rectangle>();
    for (var cell : cells) {
      var panel = new Rectangle(cell.x, cell.y + band, cell.width, cell.height - band);
      fill(graphics, panel);
      if (frame > 0) {
        graphics.setColor(ink);
        for (int i = 0; i < frame; i++) {
          graphics.drawRect(
              panel.x + i, panel.y + i, panel.width - 1 - 2 * i, panel.height - 1 - 2 * i);
        }
      }
      var label = String.valueOf((char) ((capital ? 'A' : 'a') + panels.size()));
      graphics.setFont(new Font(family, Font.BOLD, letter));
      if (labels == Labels.WITHIN) {
        if (random.nextBoolean()) {
          graphics.setColor(Color.WHITE);
          graphics.fillRect(panel.x, panel.y, letter + 4, letter + 6);
          graphics.setColor(Color.BLACK);
        } else {
          graphics.setColor(contrast(new Color(picture.getRGB(panel.x + 8, panel.y + 8))));
        }
        graphics.drawString(label, panel.x + 4, panel.y + letter);
      } else if (labels == Labels.ABOVE) {
        graphics.setColor(ink);
        graphics.drawString(label, cell.x, cell.y + letter - 1);
      }
      panels.add(panel);
    }
    graphics.dispose();
    var how =
        "%d panels, gutter %d %06x, margin %d, frame %d, labels %s"
            .formatted(
                panels.size(), gutter, background.getRGB() & 0xffffff, margin, frame, labels);
    return saved(scaled(new Composite(picture, panels, how)));
  }

  private Color background() {
    int dark = random.nextInt(40);
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> Color.WHITE;
      case 4 -> Color.BLACK;
      case 5 -> new Color(dark, dark, dark);
      case 6 ->
          Color.getHSBColor(
              random.nextFloat(), 0.5f * random.nextFloat(), 0.85f + 0.15f * random.nextFloat());
      default ->
          Color.getHSBColor(random.nextFloat(), random.nextFloat(), 0.25f * random.nextFloat());
    };
  }

  private static Color contrast(Color color) {
    return color.getRed() + color.getGreen() + color.getBlue() > 380 ? Color.BLACK : Color.WHITE;
  }

  private List<Rectangle> cells(Rectangle area, int count) {
    if (random.nextInt(3) == 0) {
      var grid = grid(area, count);
      if (!grid.isEmpty()) {
        return grid;
      }
    }
    var cells = new ArrayList<Rectangle>();
    divide(area, count, cells);
    return cells;
  }

  private List<Rectangle> grid(Rectangle area, int count) {
    for (int columns = 2 + random.nextInt(4); columns > 0; columns--) {
      if (count % columns == 0) {
        var cells = new ArrayList<Rectangle>();
        var rows = equal(area.height, count / columns);
        var stripes = equal(area.width, columns);
        for (int[] row : rows) {
          for (int[] stripe : stripes) {
            cells.add(new Rectangle(area.x + stripe[0], area.y + row[0], stripe[1], row[1]));
          }
        }
        return cells.stream().allMatch(this::isLargeEnough) ? cells : List.of();
      }
    }
    return List.of();
  }

  private boolean isLargeEnough(Rectangle cell) {
    int height = cell.height - band;
    return cell.width >= SMALLEST_PANEL
        && height >= SMALLEST_PANEL
        && cell.width <= LONGEST * height
        && height <= LONGEST * cell.width;
  }

  private List<int[]> equal(int length, int count) {
    var shares = new double[count];
    java.util.Arrays.fill(shares, 1);
    return divide(length, shares);
  }

  private List<int[]> divide(int length, double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    int free = length - gutter * (shares.length - 1);
    var parts = new ArrayList<int[]>();
    double at = 0;
    for (int i = 0; i < shares.length; i++) {
      int from = (int) Math.round(at / sum * free);
      at += shares[i];
      int to = (int) Math.round(at / sum * free);
      parts.add(new int[] {from + i * gutter, to - from});
    }
    return parts;
  }

  /** Into as many cells as asked for, or fewer where they would be too small. */
  private void divide(Rectangle area, int count, List<Rectangle> cells) {
    if (count == 1) {
      cells.add(area);
      return;
    }
    boolean sideways = random.nextInt(area.width + area.height) < area.width;
    int parts = 2 + random.nextInt(Math.min(3, count - 1));
    double[] shares = random.doubles(parts, 0.5, 1.5).toArray();
    int[] counts = new int[parts];
    for (int i = 0; i < count; i++) {
      counts[i < parts ? i : random.nextInt(parts)]++;
    }
    var lengths = divide(sideways ? area.width : area.height, shares);
    var areas = new ArrayList<Rectangle>();
    for (int[] part : lengths) {
      areas.add(
          sideways
              ? new Rectangle(area.x + part[0], area.y, part[1], area.height)
              : new Rectangle(area.x, area.y + part[0], area.width, part[1]));
    }
    if (!areas.stream().allMatch(this::isLargeEnough)) {
      cells.add(area);
      return;
    }
    for (int i = 0; i < parts; i++) {
      divide(areas.get(i), counts[i], cells);
    }
  }

  /** A part of some picture, at .5 to 1.5 of its size, that shows something. */
  private void fill(Graphics2D graphics, Rectangle panel) {
    BufferedImage source;
    Rectangle part;
    do {
      source = pictures.any(random);
      double scale = random.nextBoolean() ? 1 : 0.5 + random.nextDouble();
      double fit =
          Math.max(
              scale,
              Math.max(
                  panel.width / (double) source.getWidth(),
                  panel.height / (double) source.getHeight()));
      int width = (int) Math.min(source.getWidth(), Math.round(panel.width / fit));
      int height = (int) Math.min(source.getHeight(), Math.round(panel.height / fit));
      part =
          new Rectangle(
              random.nextInt(source.getWidth() - width + 1),
              random.nextInt(source.getHeight() - height + 1),
              Math.max(1, width),
              Math.max(1, height));
    } while (isBlank(source, part));
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(
        source,
        panel.x,
        panel.y,
        panel.x + panel.width,
        panel.y + panel.height,
        part.x,
        part.y,
        part.x + part.width,
        part.y + part.height,
        null);
  }

  private static boolean isBlank(BufferedImage source, Rectangle part) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int y = part.y; y < part.y + part.height; y += 3) {
      for (int x = part.x; x < part.x + part.width; x += 3) {
        int green = source.getRGB(x, y) >> 8 & 255;
        sum += green;
        squares += green * green;
        count++;
      }
    }
    return squares / count - sum / count * sum / count < 100;
  }

  private Composite scaled(Composite composite) {
    if (random.nextInt(6) != 0) {
      return composite;
    }
    double scale = 0.6 + 0.8 * random.nextDouble();
    var from = composite.picture();
    int width = (int) (from.getWidth() * scale);
    int height = (int) (from.getHeight() * scale);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(from, 0, 0, width, height, null);
    graphics.dispose();
    var panels =
        composite.panels().stream()
            .map(
                panel ->
                    new Rectangle(
                        (int) Math.round(panel.x * scale),
                        (int) Math.round(panel.y * scale),
                        (int) Math.round(panel.width * scale),
                        (int) Math.round(panel.height * scale)))
            .toList();
    return new Composite(picture, panels, composite.how() + ", scaled %.2f".formatted(scale));
  }

  private Composite saved(Composite composite) throws IOException {
    if (random.nextBoolean()) {
      return composite;
    }
    float quality = 0.75f + 0.2f * random.nextFloat();
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality);
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(composite.picture(), null, null), settings);
    }
    writer.dispose();
    var read = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    return new Composite(
        read, composite.panels(), composite.how() + ", JPEG %.2f".formatted(quality));
  }
}
