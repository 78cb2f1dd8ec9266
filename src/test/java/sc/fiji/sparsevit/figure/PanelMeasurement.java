/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.sparsevit.figure.CompositeFigures.Composite;

/**
 * Measures how well figures are split: {@code PanelMeasurement SEED COUNT FAILURES FOLDER...} makes
 * composites from the pictures in the folders, says which share of their panels is found, and which
 * share of the pictures themselves is split; what went wrong is drawn into the folder FAILURES.
 */
final class PanelMeasurement {
  private static final double SAME = 0.9;

  private PanelMeasurement() {}

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[0]);
    int count = Integer.parseInt(args[1]);
    var failures = Files.createDirectories(Path.of(args[2]));
    var groups = new ArrayList<List<Path>>();
    for (int i = 3; i < args.length; i++) {
      try (var files = Files.list(Path.of(args[i]))) {
        groups.add(files.filter(PanelMeasurement::isPicture).sorted().toList());
      }
    }
    singles(groups, failures, Boolean.getBoolean("singles"));
    composites(groups, seed, count, failures);
  }

  private static boolean isPicture(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches("(?!.*two_values).*\\.(png|jpe?g)");
  }

  private static void composites(List<List<Path>> groups, long seed, int count, Path failures)
      throws IOException {
    int panels = 0;
    int found = 0;
    int whole = 0;
    int shown = 0;
    int shownAndFound = 0;
    var kinds = new java.util.TreeMap<String, int[]>();
    var only = List.of(System.getProperty("only", "").split(","));
    for (int i = 0; i < count; i++) {
      if (!only.contains("") && !only.contains("" + i)) {
        continue;
      }
      var random = new Random(seed * 1_000_003 + i);
      var composite =
          new CompositeFigures(
                  any -> {
                    var group =
                        groups.get(
                            any.nextBoolean() ? any.nextInt(groups.size() - 1) : groups.size() - 1);
                    return read(group.get(any.nextInt(group.size())));
                  },
                  random)
              .make();
      var split = find(composite.picture());
      int right = 0;
      for (var panel : composite.panels()) {
        boolean isFound = split.stream().anyMatch(other -> iou(panel, other) > SAME);
        right += isFound ? 1 : 0;
        if (isShown(composite.picture(), panel)) {
          shown++;
          shownAndFound += isFound ? 1 : 0;
        }
      }
      var kind = composite.how().replaceAll(".*gutter (\\d+) (..).*", "$1 $2").split(" ");
      int wide = Integer.parseInt(kind[0]);
      var type =
          (wide == 0 ? "touching" : wide < 4 ? "1-3 pixels" : "4-30 pixels")
              + (wide > 0 && Integer.parseInt(kind[1], 16) < 64 ? " dark" : "");
      var sum = kinds.computeIfAbsent(type, any -> new int[2]);
      sum[0] += right;
      sum[1] += composite.panels().size();
      panels += composite.panels().size();
      found += right;
      if (right == composite.panels().size() && split.size() == right) {
        whole++;
      } else {
        System.out.printf(
            "%d: %d of %d, %d found: %s%n",
            i, right, composite.panels().size(), split.size(), composite.how());
        if (Boolean.getBoolean("list")) {
          System.out.println("  true " + composite.panels() + "\n  found " + split);
        }
        draw(
            composite.picture(),
            composite,
            split,
            failures.resolve("composite-%03d.png".formatted(i)));
      }
    }
    kinds.forEach((kind, sum) -> System.out.printf("%s: %d of %d%n", kind, sum[0], sum[1]));
    System.out.printf(
        "%d composites: %d of %d panels (%.1f %%) with IoU > %.1f; %d composites without any"
            + " fault%n",
        count, found, panels, 100.0 * found / panels, SAME, whole);
    System.out.printf(
        "of those whose four edges can be seen: %d of %d (%.1f %%)%n",
        shownAndFound, shown, 100.0 * shownAndFound / shown);
  }

  /** Whether along a fifth of each edge a panel differs from what is next to it. */
  private static boolean isShown(BufferedImage picture, Rectangle panel) {
    int right = panel.x + panel.width;
    int bottom = panel.y + panel.height;
    return isShown(picture, panel.x, panel.y, panel.width, 1, 0, -1)
        && isShown(picture, panel.x, bottom - 1, panel.width, 1, 0, 1)
        && isShown(picture, panel.x, panel.y, 1, panel.height, -1, 0)
        && isShown(picture, right - 1, panel.y, 1, panel.height, 1, 0);
  }

  private static boolean isShown(
      BufferedImage picture, int left, int top, int width, int height, int dx, int dy) {
    int differing = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        int outX = x + 2 * dx;
        int outY = y + 2 * dy;
        if (outX < 0 || outY < 0 || outX >= picture.getWidth() || outY >= picture.getHeight()) {
          return true;
        }
        int inside = picture.getRGB(x - dx, y - dy);
        differing += Plane.distance(inside, picture.getRGB(outX, outY)) > 16 ? 1 : 0;
      }
    }
    return 5 * differing >= width * height;
  }

  private static void singles(List<List<Path>> groups, Path failures, boolean all)
      throws IOException {
    for (var group : groups) {
      if (System.getProperty("only") != null || Boolean.getBoolean("composites")) {
        return;
      }
      int split = 0;
      int looked = 0;
      for (int i = 0; i < group.size(); i += all ? 1 : Math.max(1, group.size() / 100)) {
        var picture = read(group.get(i));
        if (picture == null) {
          continue;
        }
        looked++;
        var panels = find(picture);
        if (!panels.isEmpty()) {
          split++;
          System.out.println("split: " + group.get(i).getFileName() + " into " + panels.size());
          draw(
              picture,
              null,
              panels,
              failures.resolve("single-" + group.get(i).getFileName() + ".png"));
        }
      }
      System.out.printf(
          "%s: %d of %d single pictures split (%.1f %%)%n",
          group.get(0).getParent().getFileName(), split, looked, 100.0 * split / looked);
    }
  }

  private static BufferedImage read(Path file) {
    try {
      var stored = ImageIO.read(file.toFile());
      var picture =
          new BufferedImage(stored.getWidth(), stored.getHeight(), BufferedImage.TYPE_INT_RGB);
      picture.createGraphics().drawImage(stored, 0, 0, null);
      return picture;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file.toString(), e);
    }
  }

  static List<Rectangle> find(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] colors = picture.getRGB(0, 0, width, height, null, 0, width);
    return PanelFinder.find(ArrayImgs.argbs(colors, width, height)).stream()
        .map(Panel::bounds)
        .toList();
  }

  static double iou(Rectangle one, Rectangle other) {
    var common = one.intersection(other);
    if (common.isEmpty()) {
      return 0;
    }
    double area = (double) common.width * common.height;
    return area / ((double) one.width * one.height + (double) other.width * other.height - area);
  }

  private static void draw(
      BufferedImage picture, Composite composite, List<Rectangle> found, Path file)
      throws IOException {
    var drawn =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = drawn.createGraphics();
    graphics.drawImage(picture, 0, 0, null);
    graphics.setStroke(new BasicStroke(3));
    if (composite != null) {
      graphics.setColor(Color.GREEN);
      composite.panels().forEach(graphics::draw);
    }
    graphics.setStroke(new BasicStroke(2));
    graphics.setColor(Color.MAGENTA);
    for (var panel : found) {
      graphics.drawRect(panel.x + 3, panel.y + 3, panel.width - 7, panel.height - 7);
    }
    graphics.dispose();
    ImageIO.write(drawn, "png", file.toFile());
  }
}
