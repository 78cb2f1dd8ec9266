/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  @Test
  void aPageAllowsItsOwnStyleAndNothingElse() {
    var html = new HtmlPage("title", "heading").toHtml();

    assertThat(html)
        .contains("default-src 'none'", "script-src 'none'", "style-src 'sha256-")
        .doesNotContain("{{");
  }

  @Test
  void textIsNeverMarkup() {
    var html =
        new HtmlPage("<b>t", "<b>h")
            .note("<b>n")
            .section("<b>s", "<b>o", Html.table(List.of("<b>c"), List.of(List.of("{{style}}"))))
            .toHtml();

    assertThat(html).doesNotContain("<b>").contains("&lt;b&gt;t", "&lt;b&gt;s", "{{style}}");
  }
}
