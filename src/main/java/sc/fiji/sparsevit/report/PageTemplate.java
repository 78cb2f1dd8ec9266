/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.sparsevit.io.Sha256;

/**
 * The frame of a page that needs nothing but itself: a template with places such as {@code
 * {{title}}}, a style and perhaps a script. Nothing but this very style and script has an effect,
 * and nothing is loaded from anywhere, whatever else the page contains.
 */
final class PageTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String template;
  private final String style;
  private final String script;

  private PageTemplate(String template, String style, String script) {
    this.template = template;
    this.style = style;
    this.script = script;
  }

  /** Of {@code NAME.html} with {@code NAME.css}. */
  static PageTemplate of(String name) {
    return new PageTemplate(resource(name + ".html"), resource(name + ".css"), "");
  }

  /** Of {@code NAME.html} with {@code NAME.css} and {@code NAME.js}. */
  static PageTemplate withScript(String name) {
    return new PageTemplate(
        resource(name + ".html"), resource(name + ".css"), resource(name + ".js"));
  }

  /** Receives a page piece by piece. */
  interface Output {
    void text(String text) throws IOException;

    /** What belongs to a place that the template names. */
    void place(String name) throws IOException;
  }

  /** Goes through the page once; policy, style and script are filled in. */
  void write(Output out) throws IOException {
    Matcher places = PLACE.matcher(template);
    int end = 0;
    while (places.find()) {
      out.text(template.substring(end, places.start()));
      switch (places.group(1)) {
        case "policy" -> out.text(policy());
        case "style" -> out.text(style);
        case "script" -> out.text(script);
        default -> out.place(places.group(1));
      }
      end = places.end();
    }
    out.text(template.substring(end));
  }

  private String policy() {
    return String.format(
        Locale.ROOT,
        "default-src 'none'; img-src data:; style-src %s; script-src %s; base-uri 'none';"
            + " form-action 'none'",
        source(style),
        script.isEmpty() ? "'none'" : source(script));
  }

  private static String source(String text) {
    return "'sha256-" + Sha256.base64(text) + "'";
  }

  private static String resource(String name) {
    try (var stream = PageTemplate.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the JAR", e);
    }
  }
}
