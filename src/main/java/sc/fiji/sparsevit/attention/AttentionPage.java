/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.attention;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.region.Palette;

/**
 * The maps of a point on one page, as in the paper's figure 4: a row per sparsity rate, in it the
 * mean over the rate's blocks, then every block; to the right of each map of the network, its dense
 * counterpart. Each picture is scaled to its own maximum.
 */
public final class AttentionPage {

  private static final int PICTURE = 168;
  private static final int GAP = 8;

  /** A map and its dense counterpart. */
  private static final int PAIR = 2 * PICTURE + 2 * GAP;

  private static final int LINE = 16;
  private static final int HEAD = 64;
  private static final int SIDE = 96;
  private static final Color ANCHOR = new Color(0, 200, 90);

  private final AttentionStudy study;
  private final int x;
  private final int y;
  private final int pictureHeight;

  public AttentionPage(AttentionStudy study, int x, int y) {
    this.study = study;
    this.x = x;
    this.y = y;
    pictureHeight = Math.max(16, PICTURE * study.window().height() / study.window().width());
  }

  /**
   * @param title heading of the maps
   */
  public BufferedImage draw(String title) {
    var sparse = runs(study.sparse(x, y));
    var dense = study.dense(x, y);
    int longest = sparse.values().stream().mapToInt(List::size).max().orElseThrow();
    int cell = LINE + pictureHeight;
    var page =
        new BufferedImage(
            SIDE + (longest + 1) * PAIR + GAP,
            HEAD + pictureHeight + GAP + sparse.size() * (cell + GAP),
            BufferedImage.TYPE_INT_RGB);
    var graphics = page.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
    graphics.drawString(title, GAP, 22);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.drawString(
        "Attention of the marked point, mean over heads. Left: the network. Right: the same weights"
            + " with dense attention.",
        GAP,
        40);
    graphics.drawString(
        "Each map is scaled to its own maximum, in multiples of uniform attention.", GAP, 55);
    var seen = seen();
    graphics.drawImage(seen, SIDE, HEAD, PICTURE, pictureHeight, null);
    mark(graphics, SIDE, HEAD);
    int top = HEAD + pictureHeight + GAP;
    int index = 0;
    for (var run : sparse.entrySet()) {
      var own = run.getValue();
      var same = dense.subList(index, index + own.size());
      row(graphics, seen, top, run.getKey(), own, same);
      index += own.size();
      top += cell + GAP;
    }
    graphics.dispose();
    return page;
  }

  /** By stage and rate, in order. */
  private static Map<String, List<AttentionMap>> runs(List<AttentionMap> maps) {
    var runs = new LinkedHashMap<String, List<AttentionMap>>();
    for (var map : maps) {
      runs.computeIfAbsent(
              String.format(Locale.ROOT, "stage %s, rate %s", map.stage(), map.rate()),
              key -> new ArrayList<>())
          .add(map);
    }
    return runs;
  }

  private void row(
      Graphics2D graphics,
      BufferedImage seen,
      int top,
      String name,
      List<AttentionMap> own,
      List<AttentionMap> dense) {
    graphics.setColor(Color.BLACK);
    var words = name.split(", ");
    graphics.drawString(words[0], GAP, top + LINE + 14);
    graphics.drawString(words[1], GAP, top + LINE + 30);
    pair(graphics, seen, SIDE, top, "mean", mean(own), mean(dense));
    for (int i = 0; i < own.size(); i++) {
      int left = SIDE + (i + 1) * PAIR;
      pair(graphics, seen, left, top, "block " + own.get(i).block(), own.get(i), dense.get(i));
    }
  }

  private void pair(
      Graphics2D graphics,
      BufferedImage seen,
      int left,
      int top,
      String name,
      AttentionMap own,
      AttentionMap dense) {
    graphics.setColor(Color.BLACK);
    graphics.drawString(
        String.format(Locale.ROOT, "%s: %.1f, dense %.1f", name, maximum(own), maximum(dense)),
        left,
        top + 12);
    graphics.drawImage(over(seen, own), left, top + LINE, PICTURE, pictureHeight, null);
    mark(graphics, left, top + LINE);
    int right = left + PICTURE + GAP / 4;
    graphics.drawImage(over(seen, dense), right, top + LINE, PICTURE, pictureHeight, null);
    mark(graphics, right, top + LINE);
  }

  private static AttentionMap mean(List<AttentionMap> maps) {
    var first = maps.get(0);
    var mean = new float[first.relative().length];
    for (var map : maps) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += map.relative()[i] / maps.size();
      }
    }
    return new AttentionMap(first.stage(), 0, first.rate(), mean, first.rows(), first.columns());
  }

  private static float maximum(AttentionMap map) {
    float maximum = 0;
    for (float value : map.relative()) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }

  /** The window in gray under the map's colors. */
  private static BufferedImage over(BufferedImage seen, AttentionMap map) {
    var lut = Palette.heat();
    float maximum = Math.max(1e-6f, maximum(map));
    int width = seen.getWidth();
    int height = seen.getHeight();
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < height; row++) {
      int tokens = row * map.rows() / height * map.columns();
      for (int column = 0; column < width; column++) {
        float value = map.relative()[tokens + column * map.columns() / width] / maximum;
        int heat = lut.getRGB(Math.round(255 * value));
        int rgb = seen.getRGB(column, row);
        int gray = ((rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff)) / 3;
        picture.setRGB(column, row, mix(heat, gray));
      }
    }
    return picture;
  }

  private static int mix(int heat, int gray) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      mixed = mixed << 8 | (6 * (heat >> shift & 0xff) + 4 * gray) / 10;
    }
    return mixed;
  }

  private BufferedImage seen() {
    var window = study.window();
    var picture = new BufferedImage(window.width(), window.height(), BufferedImage.TYPE_INT_RGB);
    var cursor = Views.flatIterable(Views.zeroMin(window.pixels())).cursor();
    for (int i = 0; cursor.hasNext(); i++) {
      ARGBType pixel = cursor.next();
      picture.setRGB(i % window.width(), i / window.width(), pixel.get() & 0xffffff);
    }
    return picture;
  }

  private void mark(Graphics2D graphics, int left, int top) {
    var window = study.window();
    int atX = left + window.column(x) * PICTURE / window.width();
    int atY = top + window.row(y) * pictureHeight / window.height();
    graphics.setColor(ANCHOR);
    graphics.drawOval(atX - 4, atY - 4, 8, 8);
    graphics.drawLine(atX - 7, atY, atX + 7, atY);
    graphics.drawLine(atX, atY - 7, atX, atY + 7);
  }
}
