/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * Splits a figure into its panels: along gutters of any color, and along seams where panels touch.
 * A single picture has no panels.
 */
public final class PanelFinder {
  /** A panel has at least this many pixels in either direction. */
  private static final int SMALLEST_SIDE = 16;

  /** And at least this part of the figure's. */
  private static final double SMALLEST_PART = 1.0 / 30;

  /** Narrower ones are color bars; wide ones may be blots. */
  private static final double TALLEST = 10;

  private static final double WIDEST = 30;

  /** The share of a seam's length that has to show it. */
  private static final double SEAM = 0.5;

  /** The same among seams: where panels touch once, they touch more often. */
  private static final double SEAM_AMONG_SEAMS = 0.35;

  /** The same beside gutters: seldom are panels of one row both apart and touching. */
  private static final double SEAM_BESIDE_GUTTERS = 0.75;

  /** The height of a label at most, in pixels. */
  private static final int LABEL = 48;

  /** Thinner lines of a single color are frames. */
  private static final int GUTTER = 6;

  /** Cuts at most this far apart are the frames of two panels and the space between them. */
  private static final int FRAME = 3;

  /** Colors that differ no more are the same. */
  private static final int SAME = 16;

  /** Of larger figures every n-th pixel is analyzed; their edges are found to n pixels. */
  private static final double MOST_PIXELS = 16e6;

  private final Plane rows;
  private final Plane columns;

  private PanelFinder(Plane rows) {
    this.rows = rows;
    this.columns = rows.transposed();
  }

  /**
   * @param figure (W, H), starting at 0
   * @return in reading order, not overlapping; empty if the picture is a single one
   */
  public static List<Panel> find(RandomAccessibleInterval<ARGBType> figure) {
    int width = (int) figure.dimension(0);
    int height = (int) figure.dimension(1);
    int step = (int) Math.ceil(Math.sqrt((double) width * height / MOST_PIXELS));
    var finder = new PanelFinder(Plane.of(figure, step));
    var leaves = new ArrayList<Rectangle>();
    var whole = new Rectangle(finder.rows.width(), finder.rows.height());
    finder.split(whole, Set.of(), Set.of(), SEAM, SEAM, leaves);
    return leaves.size() < 2
        ? List.of()
        : Panel.inReadingOrder(
            leaves.stream().map(leaf -> enlarged(leaf, step, width, height)).toList());
  }

  private static Rectangle enlarged(Rectangle leaf, int step, int width, int height) {
    return new Rectangle(leaf.x * step, leaf.y * step, leaf.width * step, leaf.height * step)
        .intersection(new Rectangle(width, height));
  }

  /**
   * @param paper the colors of the gutters and margins around the area; empty for a whole figure
   * @param widths of the gutters around the area, in pixels
   * @param seamAcross the share of a seam's length that has to show it, between rows
   * @param seamAlong the same between columns
   */
  private void split(
      Rectangle whole,
      Set<Integer> paper,
      Set<Integer> widths,
      double seamAcross,
      double seamAlong,
      List<Rectangle> leaves) {
    var around = new LinkedHashSet<>(paper);
    var area = paper.isEmpty() ? margin(whole, around) : trimmed(whole, paper);
    if (!isPanel(area)) {
      return;
    }
    var across = cuts(rows, area, around, widths, seamAcross);
    var along = cuts(columns, Plane.transposed(area), around, widths, seamAlong);
    double a = strength(across);
    double b = strength(along);
    if (Math.max(a, b) == 0) {
      if (!isBlank(area, around)) {
        leaves.add(area);
      }
      return;
    }
    var cuts = a >= b ? across : along;
    int thickest = cuts.stream().mapToInt(Cut::thickness).max().orElse(0);
    cuts.stream()
        .filter(cut -> 2 * cut.thickness() >= thickest)
        .filter(
            cut ->
                paper.isEmpty() && around.isEmpty() || cut.thickness() >= GUTTER || !cut.isGutter())
        .map(Cut::color)
        .forEach(around::add);
    var known = new LinkedHashSet<>(widths);
    cuts.stream().filter(Cut::isGutter).map(Cut::thickness).forEach(known::add);
    double furtherAcross = further(seamAcross, cuts, a >= b);
    double furtherAlong = further(seamAlong, cuts, a < b);
    for (var part : parts(a >= b ? area : Plane.transposed(area), cuts)) {
      var upright = a >= b ? part : Plane.transposed(part);
      split(upright, around, known, furtherAcross, furtherAlong, leaves);
    }
  }

  /**
   * The share of a further seam's length that has to show it.
   *
   * @param seam the share so far
   * @param sameWay whether the cuts run the same way
   */
  private static double further(double seam, List<Cut> cuts, boolean sameWay) {
    if (cuts.stream().anyMatch(Cut::isGutter)) {
      return sameWay ? SEAM_BESIDE_GUTTERS : seam;
    }
    return seam == SEAM ? SEAM_AMONG_SEAMS : seam;
  }

  /** Whether nothing is shown but paper, or on paper nothing but a label. */
  private boolean isBlank(Rectangle area, Set<Integer> paper) {
    return isBlank(area, rows.at(area.x + area.width / 2, area.y + area.height / 2), 0)
        || paper.stream().anyMatch(color -> isBlank(area, color, LABEL));
  }

  /**
   * @param label the largest height or width of what may stand there, in pixels
   */
  private boolean isBlank(Rectangle area, int color, int label) {
    if (color == Cut.NO_COLOR) {
      return false;
    }
    var box = new Rectangle(-1, -1);
    int differing = 0;
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        if (Plane.distance(rows.at(x, y), color) > SAME) {
          box.add(x, y);
          differing++;
        }
      }
    }
    double share = differing / ((double) area.width * area.height);
    return share < 0.001 || Math.min(box.width, box.height) < label && share < 0.3;
  }

  private static double strength(List<Cut> cuts) {
    return cuts.stream().mapToDouble(Cut::strength).max().orElse(0);
  }

  private List<Cut> cuts(
      Plane plane, Rectangle area, Set<Integer> paper, Set<Integer> widths, double seam) {
    var lines = Lines.of(plane, area);
    var sure = Gutters.find(lines, paper);
    boolean apart = sure.stream().anyMatch(cut -> cut.thickness() > FRAME);
    var cuts = new ArrayList<>(sure);
    cuts.addAll(LikeGutters.find(lines, sure, paper, widths));
    cuts.addAll(Seams.find(plane, area, apart ? SEAM_BESIDE_GUTTERS : seam));
    cuts.sort(Comparator.comparingInt(Cut::start));
    int least = smallestSide(plane.height());
    return joined(cuts).stream()
        .filter(cut -> cut.start() >= least && cut.end() <= area.height - least)
        .toList();
  }

  /** Frames and the gutter between them are one, of the gutter's color. */
  private static List<Cut> joined(List<Cut> cuts) {
    var joined = new ArrayList<Cut>();
    for (var cut : cuts) {
      var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && cut.start() - last.end() <= FRAME) {
        joined.set(joined.size() - 1, last.with(cut));
      } else {
        joined.add(cut);
      }
    }
    return joined;
  }

  private static List<Rectangle> parts(Rectangle area, List<Cut> cuts) {
    var parts = new ArrayList<Rectangle>();
    int start = 0;
    for (var cut : cuts) {
      if (cut.start() > start) {
        parts.add(new Rectangle(area.x, area.y + start, area.width, cut.start() - start));
      }
      start = Math.max(start, cut.end());
    }
    parts.add(new Rectangle(area.x, area.y + start, area.width, area.height - start));
    return parts;
  }

  /** A whole figure without its margins, whose color is added to those of the paper. */
  private Rectangle margin(Rectangle whole, Set<Integer> paper) {
    var upright = Margins.cut(rows, whole, paper);
    var area = Plane.transposed(Margins.cut(columns, Plane.transposed(upright), paper));
    // Once more, for what was next to the panels only.
    return Margins.cut(rows, area, paper);
  }

  private Rectangle trimmed(Rectangle whole, Set<Integer> paper) {
    var area = whole;
    for (var before = area; ; before = area) {
      for (int color : paper) {
        if (color != Cut.NO_COLOR && !area.isEmpty()) {
          area = Margins.trim(rows, area, color);
          area = Plane.transposed(Margins.trim(columns, Plane.transposed(area), color));
        }
      }
      if (area.isEmpty() || area.equals(before)) {
        return area;
      }
    }
  }

  private boolean isPanel(Rectangle area) {
    return area.width >= smallestSide(rows.width())
        && area.height >= smallestSide(rows.height())
        && area.height <= TALLEST * area.width
        && area.width <= WIDEST * area.height;
  }

  private static int smallestSide(int figure) {
    return (int) Math.max(SMALLEST_SIDE, SMALLEST_PART * figure);
  }
}
