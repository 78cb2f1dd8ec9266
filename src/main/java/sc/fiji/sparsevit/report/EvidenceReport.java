/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.io.WholeFile;

/**
 * The report of a screening for people: pages that need nothing but themselves. Content from files
 * is embedded as data, which the page's own script shows as text; the page allows no other script,
 * style or address.
 */
public final class EvidenceReport {
  /** As many pictures as a browser holds with ease; more of them go on further pages. */
  static final int PICTURES_ON_A_PAGE = 1000;

  /** What {@code .json} is added to for a saved review; no input's results may have this stem. */
  public static final String REVIEW_STEM = "report-review";

  private EvidenceReport() {}

  /** The text of a card, to be kept until the report is written. */
  public static String text(EvidenceCard card) {
    return Json.EMBEDDED.toJson(card);
  }

  /**
   * Writes {@code report.html} with the highest scores and, if there are very many pictures, {@code
   * report-2.html} and so on with the others. Holds one card in memory at a time. A saved review
   * that lies in the folder is included.
   *
   * @param reuse pairs of pictures, which come first; null if pictures were not compared
   * @param cards the file with a picture's card, as {@link #text} gives it
   * @throws IOException if a card cannot be read or a page cannot be written
   */
  public static void write(
      ScreeningSummary summary,
      ReuseEvidence reuse,
      Path folder,
      Function<ScreenedPicture, Path> cards)
      throws IOException {
    var pictures = summary.pictures();
    int pages = Math.max(1, (pictures.size() + PICTURES_ON_A_PAGE - 1) / PICTURES_ON_A_PAGE);
    var names = IntStream.rangeClosed(1, pages).mapToObj(EvidenceReport::name).toList();
    var review = ReviewFile.in(folder);
    for (int page = 0; page < pages; page++) {
      int start = page * PICTURES_ON_A_PAGE;
      int end = Math.min(pictures.size(), start + PICTURES_ON_A_PAGE);
      var shown = summary.withPictures(pictures.subList(start, end));
      var part = new ReportPart(names, page, pictures.size());
      var data = new LinkedHashMap<String, Object>();
      data.put("summary", shown);
      data.put("part", part);
      data.put("review", review);
      if (page == 0 && reuse != null) {
        data.put("reuse-data", reuse);
      }
      WholeFile.write(
          folder.resolve(names.get(page)), file -> writePage(file, data, shown.pictures(), cards));
    }
    int further = pages + 1;
    while (Files.deleteIfExists(folder.resolve(name(further)))) {
      further++; // of an earlier report with more pages
    }
  }

  /**
   * @param pages the names of all pages
   * @param page the index of this one
   * @param pictures on all pages
   */
  private record ReportPart(List<String> pages, int page, int pictures) {}

  private static String name(int page) {
    return page == 1 ? "report.html" : "report-" + page + ".html";
  }

  private static void writePage(
      Path file,
      Map<String, Object> data,
      List<ScreenedPicture> pictures,
      Function<ScreenedPicture, Path> cards)
      throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      PageTemplate.withScript("evidence")
          .write(
              new PageTemplate.Output() {
                @Override
                public void text(String text) throws IOException {
                  out.write(text);
                }

                @Override
                public void place(String name) throws IOException {
                  writeData(out, data, pictures, cards);
                }
              });
    }
  }

  private static void writeData(
      Writer out,
      Map<String, Object> data,
      List<ScreenedPicture> pictures,
      Function<ScreenedPicture, Path> cards)
      throws IOException {
    for (var entry : data.entrySet()) {
      writeData(out, entry.getKey(), Json.EMBEDDED.toJson(entry.getValue()));
    }
    for (int i = 0; i < pictures.size(); i++) {
      writeData(out, "card-" + i, Files.readString(cards.apply(pictures.get(i))));
    }
  }

  private static void writeData(Writer out, String id, String json) throws IOException {
    out.write("<script type=\"application/json\" id=\"" + id + "\">" + json + "</script>\n");
  }
}
