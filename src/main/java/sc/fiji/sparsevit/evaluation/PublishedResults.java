/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.model.ModelIdentity;
import sc.fiji.sparsevit.network.Cost;
import sc.fiji.sparsevit.report.Html;

/**
 * Published results, for comparison with a result: pixel F1 at 0.5, AUC and IoU of networks trained
 * on the same data as SparseViT (paper tables 1, 4, 5 and 8), and newer ones under the same
 * protocol.
 *
 * @param sets names of the data sets, in the order of the scores
 * @param methods one row each
 */
record PublishedResults(List<String> sets, List<PublishedMethod> methods) {
  private static final String NONE = ComparisonPage.NONE;

  /**
   * One network as published.
   *
   * @param source where the figures stand
   * @param f1 pixel F1 per data set
   * @param auc pixel AUC per data set; null where none is stated
   * @param iou pixel IoU per data set; null where none is stated
   * @param parameters in millions; null where not stated
   * @param macs multiply-accumulates in units of 10^9; null where not stated
   * @param input side of the input that they are counted for; 0 where it is not stated
   */
  record PublishedMethod(
      String name,
      String source,
      double[] f1,
      double[] auc,
      double[] iou,
      Double parameters,
      Double macs,
      int input) {}

  static PublishedResults load() {
    var stream = PublishedResults.class.getResourceAsStream("published.json");
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, PublishedResults.class);
    } catch (IOException e) {
      throw new UncheckedIOException("published.json cannot be read from the JAR", e);
    }
  }

  /** The rows as a table, with a measured one below. */
  String toHtml(ModelIdentity model, ForgedScores measured) {
    return Html.table(header(), rows(List.of(measured(model, measured))));
  }

  /** Of {@link #rows}. */
  List<String> header() {
    var header = new ArrayList<>(sets);
    header.add(0, "pixel F1 / AUC / IoU");
    header.addAll(List.of("this set", "parameters", "multiply-accumulates"));
    return header;
  }

  /**
   * The published rows, then the measured ones, which have a column of their own, since only
   * figures on the same images compare.
   */
  List<List<String>> rows(List<List<String>> measured) {
    var rows = new ArrayList<>(methods.stream().map(this::row).toList());
    rows.addAll(measured);
    return rows;
  }

  /** A row for what was measured here. */
  List<String> measured(ModelIdentity model, ForgedScores scores) {
    var row = new ArrayList<>(Collections.nCopies(sets.size(), NONE));
    row.add(0, model.name() + ", measured here");
    row.add(
        figures(
            scores.f1().value(),
            new double[] {scores.auc().value()},
            new double[] {scores.iou().value()},
            0));
    var parts = model.architecture().cost(PaperResolution.SIDE, PaperResolution.SIDE);
    var cost = Cost.total(parts);
    row.addAll(
        parts.isEmpty()
            ? List.of(NONE, NONE)
            : cost(cost.parameters() * 1e-6, cost.fvcore() * 1e-9, PaperResolution.SIDE));
    return row;
  }

  private List<String> row(PublishedMethod method) {
    var row = new ArrayList<String>();
    row.add(method.name + ", published (" + method.source + ")");
    for (int i = 0; i < sets.size(); i++) {
      row.add(figures(method.f1[i], method.auc, method.iou, i));
    }
    row.add(NONE);
    row.addAll(
        method.parameters == null
            ? List.of(NONE, NONE)
            : cost(method.parameters, method.macs, method.input));
    return row;
  }

  private static List<String> cost(double parameters, double macs, int input) {
    var size = input > 0 ? " (" + input + "x" + input + ")" : "";
    return List.of(
        String.format(Locale.ROOT, "%.1f M", parameters),
        String.format(Locale.ROOT, "%.1f G", macs) + size);
  }

  private static String figures(double f1, double[] auc, double[] iou, int set) {
    return String.join(
        " / ",
        ReportTables.number(f1),
        auc == null ? NONE : ReportTables.number(auc[set]),
        iou == null ? NONE : ReportTables.number(iou[set]));
  }
}
