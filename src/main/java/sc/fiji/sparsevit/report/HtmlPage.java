/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A page of headings, notes, tables, charts and pictures that needs nothing but itself, runs
 * nothing and loads nothing.
 *
 * <pre>{@code
 * var page = new HtmlPage("SparseViT evaluation", "lite on casia").note("100 images.");
 * page.section("Scores", "", Html.table(header, rows));
 * Files.writeString(file, page.toHtml());
 * }</pre>
 */
public final class HtmlPage {
  private final String title;
  private final String heading;
  private final StringBuilder body = new StringBuilder();

  /**
   * @param title of the window
   * @param heading of the page
   */
  public HtmlPage(String title, String heading) {
    this.title = title;
    this.heading = heading;
  }

  /** A paragraph. */
  public HtmlPage note(String text) {
    return add("<p class=\"note\">" + Html.escape(text) + "</p>");
  }

  /**
   * A part under a heading of its own.
   *
   * @param note may be empty
   * @param html that {@link Html} and {@link LineChart} made
   */
  public HtmlPage section(String heading, String note, String html) {
    add("<h2>" + Html.escape(heading) + "</h2>");
    if (!note.isEmpty()) {
      note(note);
    }
    return add(html);
  }

  /**
   * @param html that {@link Html} and {@link LineChart} made
   */
  public HtmlPage add(String html) {
    body.append(html).append('\n');
    return this;
  }

  /** Charts side by side, for {@link #section} and {@link #add}. */
  public static String charts(List<LineChart> charts) {
    return Html.beside(charts.stream().map(LineChart::toSvg).toList());
  }

  /** The whole page. */
  public String toHtml() {
    var html = new StringBuilder();
    try {
      PageTemplate.of("page")
          .write(
              new PageTemplate.Output() {
                @Override
                public void text(String text) {
                  html.append(text);
                }

                @Override
                public void place(String name) {
                  switch (name) {
                    case "title" -> html.append(Html.escape(title));
                    case "heading" -> html.append(Html.escape(heading));
                    default -> html.append(body);
                  }
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return html.toString();
  }
}
