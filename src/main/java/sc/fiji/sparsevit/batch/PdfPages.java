/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The pages that a PDF has, however many it says that it has. */
final class PdfPages {
  private PdfPages() {}

  /** In their order; null stands for one that is damaged. */
  static List<PDPage> of(PDDocument document) {
    var pages = new ArrayList<PDPage>();
    var tree = document.getPages().iterator();
    while (tree.hasNext()) {
      try {
        pages.add(tree.next());
      } catch (IllegalStateException noPage) {
        pages.add(null);
      }
    }
    return Collections.unmodifiableList(pages);
  }
}
