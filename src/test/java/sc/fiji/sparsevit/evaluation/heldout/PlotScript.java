/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What gnuplot is told. */
final class PlotScript {
  enum PlotKind {
    LINES,
    POINTS,
    BARS,
    ERRORS,
    HEAT,
    PANELS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> QUANTITIES =
      List.of("Time (h)", "Dose (mg)", "Length (nm)", "Intensity", "Cells", "Growth", "Signal");

  private final StringBuilder text = new StringBuilder();
  private final Chance chance;

  private PlotScript(Chance chance) {
    this.chance = chance;
  }

  /**
   * @param png the file to draw to
   */
  static String of(PlotKind kind, Path png, Chance chance) {
    var script = new PlotScript(chance);
    script.begin(png, kind == PlotKind.PANELS ? 600 : 420);
    switch (kind) {
      case LINES -> script.lines(List.of("left top", "outside"));
      case POINTS -> script.points();
      case BARS -> script.bars();
      case ERRORS -> script.errors();
      case HEAT -> script.heat();
      case PANELS -> script.panels();
    }
    return script.text.toString();
  }

  private void begin(Path png, int least) {
    say(
        "set terminal png%s size %d,%d font 'Sans,%d'",
        chance.half() ? "cairo" : "",
        chance.between(least, least + 300),
        chance.between(least - 100, least + 100),
        chance.between(9, 13));
    say("set output '%s'", png);
    if (chance.half()) {
      say("set grid");
    }
    if (chance.half()) {
      say("set border 3");
      say("set tics nomirror");
    }
    axes();
  }

  private void axes() {
    say("set xlabel '%s'", chance.one(QUANTITIES));
    say("set ylabel '%s'", chance.one(QUANTITIES));
  }

  private void lines(List<String> keys) {
    int curves = chance.between(2, 5);
    for (int curve = 0; curve < curves; curve++) {
      say("$curve%d << END", curve);
      double rate = chance.between(0.3, 2.0);
      double noise = chance.half() ? 0 : 0.03;
      for (int i = 0; i <= 80; i++) {
        double x = i / 8.0;
        say(
            "%.4f %.4f",
            x, 1 / (1 + Math.exp(rate * (5 - x))) + curve * 0.2 + noise * chance.normal());
      }
      say("END");
    }
    say("set key %s", chance.one(keys));
    var plots = new StringBuilder("plot ");
    for (int curve = 0; curve < curves; curve++) {
      plots.append(
          String.format(
              Locale.ROOT,
              "%s$curve%d with %s lw %d title 'sample %d'",
              curve == 0 ? "" : ", ",
              curve,
              chance.half() ? "lines" : "linespoints",
              chance.between(1, 3),
              curve + 1));
    }
    say("%s", plots);
  }

  private void points() {
    int groups = chance.between(1, 3);
    for (int group = 0; group < groups; group++) {
      say("$group%d << END", group);
      double centerX = 10 * chance.normal();
      double centerY = 10 * chance.normal();
      for (int i = 0; i < chance.between(60, 90); i++) {
        say("%.4f %.4f", centerX + 6 * chance.normal(), centerY + 5 * chance.normal());
      }
      say("END");
    }
    var plots = new StringBuilder("plot ");
    for (int group = 0; group < groups; group++) {
      plots.append(
          String.format(
              Locale.ROOT,
              "%s$group%d with points pt %d ps %.1f title 'group %d'",
              group == 0 ? "" : ", ",
              group,
              chance.between(1, 13),
              chance.between(0.6, 1.6),
              group + 1));
    }
    say("%s", plots);
  }

  private void bars() {
    say("$bars << END");
    int bars = chance.between(4, 8);
    for (int i = 0; i < bars; i++) {
      say("T%d %.2f %.2f", i, chance.between(10.0, 60.0), chance.between(10.0, 60.0));
    }
    say("END");
    say("set style data histograms");
    say("set style fill %s border -1", chance.half() ? "solid 0.7" : "pattern 1");
    say("set yrange [0:70]");
    say("plot $bars using 2:xtic(1) title 'control', '' using 3 title 'treated'");
  }

  private void errors() {
    say("$means << END");
    int means = chance.between(6, 12);
    for (int i = 1; i <= means; i++) {
      say("%d %.2f %.2f", i, 5 * Math.sqrt(i) + chance.normal(), chance.between(0.5, 2.0));
    }
    say("END");
    say("set xrange [0:%d]", means + 1);
    say(
        "plot $means with yerrorbars pt 7 title 'mean and s.d.', '' using 1:2 with %s notitle",
        chance.half() ? "lines" : "boxes");
  }

  private void heat() {
    int side = chance.between(8, 24);
    double rateX = chance.between(0.1, 0.6);
    double rateY = chance.between(0.1, 0.6);
    double start = chance.between(0.0, 6.0);
    say("$heat << END");
    for (int y = 0; y < side; y++) {
      var row = new StringBuilder();
      for (int x = 0; x < side; x++) {
        double value = Math.sin(start + rateX * x) + Math.cos(rateY * y) + 0.4 * chance.normal();
        row.append(String.format(Locale.ROOT, "%.3f ", value));
      }
      say("%s", row);
    }
    say("END");
    say("set palette %s", chance.half() ? "rgbformulae 33,13,10" : "gray");
    say("set xrange [-0.5:%d.5]", side - 1);
    say("set yrange [-0.5:%d.5]", side - 1);
    say("plot $heat matrix with image notitle");
  }

  private void panels() {
    say("set multiplot layout 2,2");
    points();
    axes();
    lines(List.of("left top"));
    say("unset key");
    axes();
    say(
        "plot [-10:10] %.2f*sin(x)*exp(-x*x/%d) with filledcurves y1=0",
        chance.between(0.5, 2.0), chance.between(8, 60));
    errors();
    say("unset multiplot");
  }

  private void say(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
