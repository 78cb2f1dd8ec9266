/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.gpucheck.CheckReport.DoneCheck;
import sc.fiji.sparsevit.io.WholeFile;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.HtmlPage;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.LineChart;

/** Writes {@code gpu-check.json} and {@code gpu-check.html}. */
public final class GpuCheckFiles {

  /** The file, in the output folder, for people. */
  public static final String PAGE = "gpu-check.html";

  /** The file, in the output folder, for programs. */
  public static final String DATA = "gpu-check.json";

  /** What went wrong on a device may well be no number. */
  private static final Gson JSON =
      Json.READABLE.newBuilder().serializeSpecialFloatingPointValues().create();

  private GpuCheckFiles() {}

  static void write(CheckReport report, List<List<LineChart>> charts, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    var json = JSON.toJson(report);
    WholeFile.write(folder.resolve(DATA), part -> Files.writeString(part, json + "\n"));
    var html = page(report, charts);
    WholeFile.write(folder.resolve(PAGE), part -> Files.writeString(part, html));
  }

  private static String page(CheckReport report, List<List<LineChart>> charts) {
    var page =
        new HtmlPage(
                "SparseViT GPU check",
                String.format(Locale.ROOT, "Check of %s with %s", report.device(), report.model()))
            .note("Compared with " + report.comparison() + ".")
            .add(
                Html.table(
                    List.of("check", "outcome", "result", "seconds"),
                    report.checks().stream().map(GpuCheckFiles::row).toList()));
    for (int i = 0; i < report.checks().size(); i++) {
      var check = report.checks().get(i);
      var figures = "<pre>" + Html.escape(JSON.toJson(check.figures())) + "</pre>";
      page.section(
          check.title() + ": " + check.verdict(),
          check.sentence(),
          charts.get(i).isEmpty() ? figures : HtmlPage.charts(charts.get(i)) + figures);
    }
    var machine =
        report.machine().entrySet().stream()
            .map(entry -> List.of(entry.getKey(), entry.getValue()))
            .toList();
    return page.section("Machine", report.software(), Html.table(List.of("what", "is"), machine))
        .toHtml();
  }

  private static List<String> row(DoneCheck check) {
    return List.of(
        check.title(),
        check.verdict(),
        check.sentence(),
        String.format(Locale.ROOT, "%.1f", check.seconds()));
  }
}
