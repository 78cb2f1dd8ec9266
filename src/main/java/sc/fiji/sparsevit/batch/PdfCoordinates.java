/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import sc.fiji.sparsevit.report.PdfPosition;

/** From a PDF's own coordinates to those of a page as a person sees it. */
final class PdfCoordinates {
  /** As fine as anybody can measure on paper. */
  private static final double PER_POINT = 100;

  private PdfCoordinates() {}

  /**
   * @param number of the page, from 1
   * @param box in the page's own coordinates, which start at the bottom and do not turn with it
   */
  static PdfPosition of(int number, PDPage page, Rectangle2D box) {
    var seen = shown(page).createTransformedShape(box).getBounds2D();
    return new PdfPosition(
        number,
        rounded(seen.getMinX()),
        rounded(seen.getMinY()),
        rounded(seen.getWidth()),
        rounded(seen.getHeight()));
  }

  /** From the page's own coordinates to those of the page as it is seen: y down, from 0 on. */
  static AffineTransform shown(PDPage page) {
    var sheet = page.getCropBox();
    var shown = new AffineTransform();
    switch (page.getRotation()) {
      case 90 -> {}
      case 180 -> shown.translate(sheet.getWidth(), 0);
      case 270 -> shown.translate(sheet.getHeight(), sheet.getWidth());
      default -> shown.translate(0, sheet.getHeight());
    }
    shown.rotate(Math.toRadians(page.getRotation()));
    shown.scale(1, -1);
    shown.translate(-sheet.getLowerLeftX(), -sheet.getLowerLeftY());
    return shown;
  }

  /** The whole of a page. */
  static PdfPosition all(int number, PDPage page) {
    var sheet = page.getCropBox();
    return of(
        number,
        page,
        new Rectangle2D.Double(
            sheet.getLowerLeftX(), sheet.getLowerLeftY(), sheet.getWidth(), sheet.getHeight()));
  }

  private static double rounded(double points) {
    return Math.round(points * PER_POINT) / PER_POINT;
  }
}
