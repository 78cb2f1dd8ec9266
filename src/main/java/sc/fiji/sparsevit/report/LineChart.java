/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A line chart that draws itself as SVG, for use inside a page.
 *
 * @param title above the chart
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines, drawn in this order
 */
public record LineChart(String title, ChartAxis x, ChartAxis y, List<Series> series) {
  private static final int WIDTH = 420;
  private static final int LEFT = 54;
  private static final int RIGHT = 14;
  private static final int TOP = 30;
  private static final int BOTTOM = 276;
  private static final int LEGEND = 326;
  private static final int LEGEND_STEP = 16;
  private static final int TICKS = 5;
  // Distinct for readers with any color vision (Okabe and Ito 2008).
  private static final List<String> COLORS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  /**
   * An axis with equal steps.
   *
   * @param label below or next to it, with the unit
   * @param low value at its start
   * @param high value at its end
   * @param step between two ticks; more than 0
   */
  public record ChartAxis(String label, double low, double high, double step) {
    /** With five steps. */
    public ChartAxis(String label, double low, double high) {
      this(label, low, high, (high - low) / TICKS);
    }

    /** With a few ticks, all at whole numbers; from 1 on, so for at least two things. */
    public static ChartAxis ofCount(String label, int high) {
      return new ChartAxis(label, 1, high, Math.ceil((high - 1.0) / TICKS));
    }

    /** From 0 on, for ratios, which are near 1. */
    public static ChartAxis ofRatio(String label, double highest) {
      double step = highest <= 2.5 ? 0.5 : Math.ceil(highest / TICKS);
      return new ChartAxis(label, 0, Math.max(1.5, step * Math.ceil(highest / step)), step);
    }

    /** From 0 to 1, for probabilities and shares. */
    public static ChartAxis ofShare(String label) {
      return new ChartAxis(label, 0, 1);
    }

    private double position(double value) {
      return (value - low) / (high - low);
    }

    private double[] ticks() {
      // Steps that do not end at "high" leave the rest of the axis without a tick.
      int steps = (int) Math.floor((high - low) / step + 1e-6);
      return IntStream.rangeClosed(0, steps).mapToDouble(i -> low + i * step).toArray();
    }
  }

  /**
   * A line through points; a single point becomes a mark.
   *
   * @param name in the legend
   * @param x horizontal values
   * @param y as many vertical values; NaN leaves the point out
   */
  public record Series(String name, double[] x, double[] y) {}

  /** The chart as an SVG element. */
  public String toSvg() {
    var svg = new StringBuilder();
    svg.append(
        format(
            "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
            WIDTH, LEGEND + LEGEND_STEP * (series.size() - 1) + 8, Html.escape(title)));
    text(svg, WIDTH / 2, 18, "middle", "title", title);
    axes(svg);
    for (int i = 0; i < series.size(); i++) {
      String color = COLORS.get(i % COLORS.size());
      line(svg, series.get(i), color);
      legend(svg, i, color);
    }
    return svg.append("</svg>").toString();
  }

  private void axes(StringBuilder svg) {
    for (double tick : x.ticks()) {
      double right = across(tick);
      svg.append(format("<path class=\"grid\" d=\"M%.1f %d V%d\"/>", right, TOP, BOTTOM));
      text(svg, right, BOTTOM + 16, "middle", "tick", number(tick));
    }
    for (double tick : y.ticks()) {
      double down = down(tick);
      svg.append(format("<path class=\"grid\" d=\"M%d %.1f H%d\"/>", LEFT, down, WIDTH - RIGHT));
      text(svg, LEFT - 6, down + 4, "end", "tick", number(tick));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, BOTTOM + 34, "middle", "label", x.label());
    svg.append(format("<g transform=\"rotate(-90) translate(-%d 14)\">", (TOP + BOTTOM) / 2));
    text(svg, 0, 0, "middle", "label", y.label());
    svg.append("</g>");
  }

  private void line(StringBuilder svg, Series points, String color) {
    var path = new StringBuilder();
    int drawn = 0;
    for (int i = 0; i < points.x().length; i++) {
      if (!Double.isNaN(points.y()[i])) {
        double right = across(points.x()[i]);
        double down = down(points.y()[i]);
        path.append(format(drawn++ == 0 ? "M%.1f %.1f" : " L%.1f %.1f", right, down));
        if (points.x().length <= 2 * TICKS) {
          svg.append(
              format(
                  "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", right, down, color));
        }
      }
    }
    svg.append(
        format("<path fill=\"none\" stroke=\"%s\" stroke-width=\"2\" d=\"%s\"/>", color, path));
  }

  private void legend(StringBuilder svg, int i, String color) {
    int down = LEGEND + LEGEND_STEP * i;
    svg.append(
        format("<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"%s\"/>", LEFT + 4, down - 4, color));
    text(svg, LEFT + 14, down, "start", "legend", series.get(i).name());
  }

  private double across(double value) {
    return LEFT + x.position(value) * (WIDTH - LEFT - RIGHT);
  }

  private double down(double value) {
    return BOTTOM - y.position(value) * (BOTTOM - TOP);
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, String kind, String text) {
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" class=\"%s\">%s</text>",
            x, y, anchor, kind, Html.escape(text)));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? format("%.0f", value)
        : format("%.3g", value).replaceAll("0+$", "");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
