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
 * The rows of the paper to stand beside a result: pixel F1 at 0.5 and pixel AUC of networks trained
 * on the CAT-Net data (paper table 1).
 *
 * @param sets names of the data sets, in the order of the scores
 * @param methods one row each
 */
record PublishedResults(List<String> sets, List<Method> methods) {
  private static final String NONE = "–";

  /**
   * One network as published.
   *
   * @param f1 pixel F1 per data set
   * @param auc pixel AUC per data set
   * @param parameters in millions
   * @param macs multiply-accumulates in units of 10^9
   * @param input side of the input that they are counted for; 0 where it is not stated
   */
  record Method(
      String name, double[] f1, double[] auc, double parameters, double macs, int input) {}

  static PublishedResults load() {
    var stream = PublishedResults.class.getResourceAsStream("published.json");
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, PublishedResults.class);
    } catch (IOException e) {
      throw new UncheckedIOException("published.json cannot be read from the JAR", e);
    }
  }

  /**
   * The rows as a table, with a measured one below. It has a column of its own, since only figures
   * on the same images compare.
   */
  String toHtml(ModelIdentity model, ForgedScores measured) {
    var header = new ArrayList<>(sets);
    header.add(0, "pixel F1 / AUC");
    header.addAll(List.of("this set", "parameters", "multiply-accumulates"));
    var rows = new ArrayList<>(methods.stream().map(PublishedResults::row).toList());
    var parts = model.architecture().cost(PaperResolution.SIDE, PaperResolution.SIDE);
    var own = new ArrayList<>(Collections.nCopies(sets.size(), NONE));
    own.add(0, model.name() + ", measured here");
    own.add(pair(measured.f1().value(), measured.auc().value()));
    var cost = Cost.total(parts);
    own.addAll(
        parts.isEmpty()
            ? List.of(NONE, NONE)
            : cost(cost.parameters() * 1e-6, cost.fvcore() * 1e-9, PaperResolution.SIDE));
    rows.add(own);
    return Html.table(header, rows);
  }

  private static List<String> row(Method method) {
    var row = new ArrayList<String>();
    row.add(method.name + ", published");
    for (int i = 0; i < method.f1.length; i++) {
      row.add(pair(method.f1[i], method.auc[i]));
    }
    row.add(NONE);
    row.addAll(cost(method.parameters, method.macs, method.input));
    return row;
  }

  private static List<String> cost(double parameters, double macs, int input) {
    var size = input > 0 ? " (" + input + "x" + input + ")" : "";
    return List.of(
        String.format(Locale.ROOT, "%.1f M", parameters),
        String.format(Locale.ROOT, "%.1f G", macs) + size);
  }

  private static String pair(double f1, double auc) {
    return ReportTables.number(f1) + " / " + ReportTables.number(auc);
  }
}
