/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import sc.fiji.sparsevit.report.PdfPosition;

/**
 * Follows what the pages of a PDF draw as far as needed to meet every raster image, with its place.
 * Text and lines are passed over, so that broken fonts are in nobody's way.
 */
final class PdfImages extends PDFStreamEngine {
  private final Map<COSBase, Found> found = new LinkedHashMap<>();
  private int page;
  private int imagesOnPage;
  private IOException damage;

  /**
   * An image of the PDF.
   *
   * @param image not decoded
   * @param name by the page and the place in the order of drawing where it was met first
   * @param part the same for people
   * @param places all places where it is drawn
   */
  record Found(PDImage image, String name, String part, List<PdfPosition> places) {}

  PdfImages() {
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new Concatenate(this));
    addOperator(new SetMatrix(this));
    addOperator(new DrawImage());
    addOperator(new DrawInlineImage());
  }

  /**
   * Goes through a page.
   *
   * @param number from 1
   * @return how many images it draws
   * @throws IOException if its content is damaged; what could be read is kept
   */
  int look(PDPage content, int number) throws IOException {
    page = number;
    imagesOnPage = 0;
    damage = null;
    processPage(content);
    for (var annotation : content.getAnnotations()) {
      showAnnotation(annotation);
    }
    if (damage != null) {
      throw damage;
    }
    return imagesOnPage;
  }

  /** What cannot be drawn may be an image; the rest of the page is looked at all the same. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
      throws IOException {
    if (operator.getName().equals(OperatorName.DRAW_OBJECT)) {
      damage = e;
    } else {
      super.operatorException(operator, operands, e);
    }
  }

  /** In the order in which they are drawn; an image that is drawn twice is there once. */
  List<Found> found() {
    return List.copyOf(found.values());
  }

  private void met(COSBase identity, PDImage image) {
    imagesOnPage++;
    found
        .computeIfAbsent(
            identity,
            first ->
                new Found(
                    image,
                    PageNames.image(page, imagesOnPage),
                    "page " + page + ", image " + imagesOnPage,
                    new ArrayList<>()))
        .places()
        .add(place());
  }

  private PdfPosition place() {
    var corners = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
    var box = corners.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
    return PdfCoordinates.of(page, getCurrentPage(), box);
  }

  /** An image of its own, or a form, which may hold some. */
  private final class DrawImage extends DrawObject {
    DrawImage() {
      super(PdfImages.this);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (!operands.isEmpty()
          && operands.get(0) instanceof COSName name
          && getContext().getResources().isImageXObject(name)) {
        var image = (PDImageXObject) getContext().getResources().getXObject(name);
        met(image.getCOSObject(), image);
      } else {
        super.process(operator, operands);
      }
    }
  }

  /** An image whose few bytes stand in the page's content. */
  private final class DrawInlineImage extends OperatorProcessor {
    DrawInlineImage() {
      super(PdfImages.this);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      if (operator.getImageData() != null && operator.getImageData().length > 0) {
        met(
            new COSStream(),
            new PDInlineImage(
                operator.getImageParameters(),
                operator.getImageData(),
                getContext().getResources()));
      }
    }

    @Override
    public String getName() {
      return OperatorName.BEGIN_INLINE_IMAGE;
    }
  }
}
