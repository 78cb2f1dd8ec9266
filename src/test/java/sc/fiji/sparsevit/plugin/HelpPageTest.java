/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;

/** Holds the page that Help opens to docs/first-minutes.md. */
class HelpPageTest {
  private static final Path SOURCE = Path.of("docs", "first-minutes.md");
  private static final Path PAGE = Path.of("src/main/resources/first-minutes/page.html");

  /** Writes the page anew: run this from the top folder when docs/first-minutes.md has changed. */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(PAGE, rendered());
  }

  @Test
  void thePageIsWhatTheDocumentationSays() throws IOException {
    assertThat(Files.readString(PAGE)).as("run HelpPageTest.main").isEqualTo(rendered());
  }

  @Test
  void itNeedsNothingFromTheNetworkAndItsPicturesLieBesideIt() throws IOException {
    var page = Path.of(URI.create(HelpPage.address("A title", "<h1>Fields</h1>")));

    var text = Files.readString(page);
    assertThat(text).contains("<title>A title</title>", "<h1>Fields</h1>");
    assertThat(text).doesNotContain("http");
    var pictures = Pattern.compile("src=\"([^\"]+)\"").matcher(text).results().toList();
    assertThat(pictures).hasSizeGreaterThan(3);
    for (var picture : pictures) {
      assertThat(page.resolveSibling(picture.group(1))).isNotEmptyFile();
    }
    for (var link : Pattern.compile("href=\"#([^\"]+)\"").matcher(text).results().toList()) {
      assertThat(text).contains("id=\"" + link.group(1) + "\"");
    }
  }

  private static String rendered() throws IOException {
    List<Extension> extensions = List.of(HeadingAnchorExtension.create());
    var document = Parser.builder().extensions(extensions).build().parse(Files.readString(SOURCE));
    return HtmlRenderer.builder().extensions(extensions).build().render(document);
  }
}
