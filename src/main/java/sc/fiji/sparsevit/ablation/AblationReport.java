/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.ablation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.evaluation.ComparisonPage;
import sc.fiji.sparsevit.evaluation.Estimate;
import sc.fiji.sparsevit.evaluation.EvaluationSummary;
import sc.fiji.sparsevit.evaluation.ForgedScores;
import sc.fiji.sparsevit.inference.PaperResolution;
import sc.fiji.sparsevit.io.Csv;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.metrics.ConfidenceIntervals;
import sc.fiji.sparsevit.network.Cost;
import sc.fiji.sparsevit.network.SparseVitConfig;

/** The tables of an ablation in the paper's layout, and its gallery. */
final class AblationReport {

  static final String PAGE = "ablation.html";
  static final String FIGURES = "ablation.csv";

  private final AblationPlan plan;
  private final Map<String, List<AblationResult>> results;
  private final PaperTables paper = PaperTables.load();

  /**
   * @param results by configuration, seed by seed, of what is done so far
   */
  AblationReport(AblationPlan plan, Map<String, List<AblationResult>> results) {
    this.plan = plan;
    this.results = results;
  }

  void write() throws IOException {
    var page = new ComparisonPage("Ablation").note(conditions());
    for (var scale : List.of("lite", "base")) {
      for (var table : paper.tables()) {
        addTable(page, table, scale);
      }
    }
    page.table("All configurations", "", header(List.of()), all());
    page.gallery(
        "Forged images, evenly spaced from the first configuration's best to its worst; first"
            + " seed.",
        columns());
    write(PAGE, page.toHtml());
    write(FIGURES, csv());
  }

  private String conditions() {
    int done = results.values().stream().mapToInt(List::size).sum();
    return String.format(
        Locale.ROOT,
        "%d of %d runs: every configuration trained from scratch for %d steps of %d samples of"
            + " %dx%d pixels, with the seeds %s. Pixel F1 at threshold %s, %s mode; 95 %% intervals"
            + " over seeds (Student's t) in brackets if there are several. The paper trains for"
            + " 161,000 steps of 16.",
        done,
        plan.configs().size() * plan.seeds().size(),
        plan.options().steps(),
        plan.options().batchSize() * plan.options().accumulation(),
        plan.size().height(),
        plan.size().width(),
        plan.seeds(),
        plan.localization().threshold(),
        plan.localization().mode());
  }

  /** A table of which at least two configurations were trained. */
  private void addTable(ComparisonPage page, PaperTables.Table table, String scale) {
    var rows =
        table.rows().stream().filter(row -> results.containsKey(row.configuration(scale))).toList();
    if (rows.size() < 2) {
      return;
    }
    var reference = cost(rows.get(0).configuration(scale));
    var cells = new ArrayList<List<String>>();
    for (var row : rows) {
      var config = row.configuration(scale);
      var cell = new ArrayList<String>();
      cell.add(row.label() + " (" + config + ")");
      cell.addAll(figures(config));
      cell.addAll(multiples(cost(config), reference));
      cell.addAll(published(row));
      cells.add(cell);
    }
    page.table(
        String.format(Locale.ROOT, "Table %d at %s size: %s", table.number(), scale, table.title()),
        "Multiples are relative to the first row. Published numbers: base, other data, full"
            + " training.",
        header(publishedHeader()),
        cells);
  }

  private List<List<String>> all() {
    var first = cost(results.keySet().iterator().next());
    return results.keySet().stream()
        .map(
            config -> {
              var row = new ArrayList<String>();
              row.add(config);
              row.addAll(figures(config));
              row.addAll(multiples(cost(config), first));
              return (List<String>) row;
            })
        .toList();
  }

  private List<String> header(List<String> published) {
    var header = new ArrayList<String>();
    header.add("configuration");
    plan.sets().forEach(set -> header.add("F1, " + AblationPlan.name(set)));
    header.add("mean F1");
    header.add("mean AUC");
    header.add("authentic pixels flagged");
    header.add("parameters");
    header.add("multiply-accumulates");
    header.addAll(published);
    return header;
  }

  private List<String> publishedHeader() {
    var header = new ArrayList<String>();
    paper.sets().forEach(set -> header.add(set + ", published"));
    header.add("mean, published");
    header.add("parameters, MACs, published");
    return header;
  }

  private List<String> published(PaperTables.Row row) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < paper.sets().size(); i++) {
      cells.add(row.f1() == null ? ComparisonPage.NONE : number(row.f1()[i]));
    }
    cells.add(row.publishedMean().map(AblationReport::number).orElse(ComparisonPage.NONE));
    cells.add(
        row.parameters() == null
            ? ComparisonPage.NONE
            : String.format(Locale.ROOT, "x%.2f, x%.2f", row.parameters(), row.macs()));
    return cells;
  }

  private List<String> figures(String config) {
    var cells = new ArrayList<String>();
    for (int set = 0; set < plan.sets().size(); set++) {
      int index = set;
      cells.add(cell(overSeeds(config, result -> f1(result.summaries().get(index)))));
    }
    cells.add(cell(overSeeds(config, result -> mean(result, ForgedScores::f1))));
    cells.add(cell(overSeeds(config, result -> mean(result, ForgedScores::auc))));
    cells.add(cell(overSeeds(config, AblationReport::flagged)));
    return cells;
  }

  private Estimate overSeeds(String config, Function<AblationResult, Double> figure) {
    var values = results.get(config).stream().mapToDouble(figure::apply).toArray();
    return new Estimate(
        Arrays.stream(values).average().orElse(Double.NaN), ConfidenceIntervals.ofRuns(values));
  }

  private static double f1(EvaluationSummary summary) {
    return summary.forged().map(scores -> scores.f1().value()).orElse(Double.NaN);
  }

  private static double mean(AblationResult result, Function<ForgedScores, Estimate> figure) {
    return result.summaries().stream()
        .flatMap(summary -> summary.forged().stream())
        .mapToDouble(scores -> figure.apply(scores).value())
        .average()
        .orElse(Double.NaN);
  }

  private static double flagged(AblationResult result) {
    return result.summaries().stream()
        .flatMap(summary -> summary.authentic().stream())
        .mapToDouble(scores -> scores.pixelsFlagged().value())
        .average()
        .orElse(Double.NaN);
  }

  private static Cost cost(String config) {
    int side = PaperResolution.SIDE;
    return Cost.total(SparseVitConfig.named(config), side, side);
  }

  private static List<String> multiples(Cost cost, Cost reference) {
    return List.of(
        String.format(
            Locale.ROOT,
            "%.2f M, x%.2f",
            cost.parameters() * 1e-6,
            cost.parameters() / (double) reference.parameters()),
        String.format(
            Locale.ROOT,
            "%.2f G, x%.2f",
            cost.fvcore() * 1e-9,
            cost.fvcore() / (double) reference.fvcore()));
  }

  /** Every configuration's maps of the first seed. */
  private List<ComparisonPage.ModelMaps> columns() {
    return results.entrySet().stream()
        .flatMap(
            entry -> {
              var first = entry.getValue().get(0);
              return IntStream.range(0, plan.sets().size())
                  .mapToObj(
                      set ->
                          new ComparisonPage.ModelMaps(
                              entry.getKey(),
                              first.folder().resolve(AblationPlan.name(plan.sets().get(set))),
                              first.summaries().get(set)));
            })
        .toList();
  }

  private String csv() {
    var csv = new StringBuilder();
    csv.append(
        Csv.line("configuration", "seed", "set", "f1", "iou", "auc", "authentic_pixels_flagged"));
    results.forEach(
        (config, runs) -> {
          for (var run : runs) {
            for (int set = 0; set < plan.sets().size(); set++) {
              var summary = run.summaries().get(set);
              csv.append(
                  Csv.line(
                      config,
                      run.seed(),
                      AblationPlan.name(plan.sets().get(set)),
                      value(summary.forged().map(ForgedScores::f1)),
                      value(summary.forged().map(ForgedScores::iou)),
                      value(summary.forged().map(ForgedScores::auc)),
                      value(summary.authentic().map(scores -> scores.pixelsFlagged()))));
            }
          }
        });
    return csv.toString();
  }

  private static double value(Optional<Estimate> estimate) {
    return estimate.map(Estimate::value).orElse(Double.NaN);
  }

  private static String cell(Estimate estimate) {
    return ComparisonPage.figure(estimate);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void write(String name, String content) throws IOException {
    WholeFile.write(plan.output().resolve(name), part -> Files.writeString(part, content));
  }
}
