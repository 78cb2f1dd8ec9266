/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import sc.fiji.sparsevit.batch.NestedFiles.NestedFile;

/** The files in a PDF, portfolios among them. */
final class PdfAttachments {
  private static final int LONGEST_NAME = 100;

  private static final List<COSName> NAMES =
      Stream.of("UF", "F", "Unix", "DOS", "Mac").map(COSName::getPDFName).toList();

  private PdfAttachments() {}

  /**
   * @param number from 1, among all of the document
   */
  static NestedFile file(PdfImages.Attachment attachment, int number) {
    boolean onPage = attachment.page() > 0;
    var name = name(attachment.specification());
    return new NestedFile(
        onPage ? attachment.page() : null,
        PageNames.attachment(number),
        (onPage ? "page " + attachment.page() + ", " : "") + "attachment '" + name + "'",
        () -> content(attachment.specification()).createInputStream());
  }

  private static COSStream content(COSDictionary specification) throws IOException {
    var files = specification.getCOSDictionary(COSName.EF);
    return NAMES.stream()
        .map(files::getDictionaryObject)
        .filter(COSStream.class::isInstance)
        .map(COSStream.class::cast)
        .findFirst()
        .orElseThrow(() -> new IOException("has no data; get a complete copy"));
  }

  private static String name(COSDictionary specification) {
    var name =
        NAMES.stream()
            .map(specification::getString)
            .filter(text -> text != null && !text.isBlank())
            .findFirst()
            .orElse("without a name")
            .replaceAll("\\p{Cntrl}", "?");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
  }
}
