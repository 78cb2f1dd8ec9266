/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import sc.fiji.sparsevit.io.FailureText;

/**
 * Follows what a page draws into every corner where an image can stand: forms, tiling patterns, the
 * groups of soft masks, the glyphs of Type 3 fonts, and the appearances of annotations, the unseen
 * ones too. Whether a layer is switched on does not matter. Other text and all lines are passed
 * over, so that broken fonts do no harm.
 */
final class PdfContent extends PDFStreamEngine {
  /** A form may draw itself. */
  private static final int DEEPEST = 50;

  /** Ten forms that draw each other ten times each would take for ever. */
  private static final int MOST_STREAMS = 200_000;

  private static final COSName TYPE3 = COSName.getPDFName("Type3");
  private static final COSName REFERENCE = COSName.getPDFName("Ref");

  private final Sightings sightings;
  private final Set<Object> followed = new HashSet<>();
  private final Map<COSDictionary, PDType3Font> fonts = new HashMap<>();
  private int streams;
  private int depth;
  private int glyphs;

  /** Receives what is found. */
  interface Sightings {
    /**
     * @param identity the image's stream, or the bytes of an inline image
     * @param placed from the unit square that every image fills to the page's own coordinates
     * @param glyph whether it is part of a letter
     */
    void image(Object identity, PDImage image, AffineTransform placed, boolean glyph);

    /** Something that may hold an image cannot be followed; the rest of the page is. */
    void unread(String reason);
  }

  PdfContent(Sightings sightings) {
    this.sightings = sightings;
    addOperator(new Save(this));
    addOperator(new Restore(this));
    addOperator(new Concatenate(this));
    List.of(
            new BeginText(this),
            new EndText(this),
            new MoveText(this),
            new MoveTextSetLeading(this),
            new NextLine(this),
            new SetMatrix(this),
            new SetCharSpacing(this),
            new SetTextHorizontalScaling(this),
            new SetTextLeading(this),
            new SetTextRise(this),
            new SetWordSpacing(this),
            new ShowText(this),
            new ShowTextAdjusted(this),
            new ShowTextLine(this),
            new ShowTextLineAndSpace(this))
        .forEach(this::addOperator);
    on(OperatorName.SET_FONT_AND_SIZE, this::setFont);
    on(OperatorName.DRAW_OBJECT, this::draw);
    addOperator(new DrawInlineImage());
    on(OperatorName.SET_GRAPHICS_STATE_PARAMS, this::setGraphicsState);
    on(OperatorName.NON_STROKING_COLOR_N, this::setColor);
    on(OperatorName.STROKING_COLOR_N, this::setColor);
  }

  /** Goes through a page and its annotations. */
  void follow(PDPage page) {
    followed.clear();
    streams = 0;
    attempt(() -> requireWhole(page));
    attempt(() -> processPage(page));
    var annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int i = 0; annotations != null && i < annotations.size(); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        attempt(() -> follow(annotation));
      }
    }
  }

  private void requireWhole(PDPage page) throws IOException {
    var contents = page.getContentStreams();
    while (contents.hasNext()) {
      PdfData.requireWhole(contents.next());
    }
  }

  /** Appearances at rest, under the mouse and pressed, in every state. */
  private void follow(COSDictionary annotation) throws IOException {
    var appearances = annotation.getCOSDictionary(COSName.AP);
    if (appearances == null) {
      return;
    }
    var all = new ArrayList<COSStream>();
    for (var kind : appearances.keySet()) {
      var appearance = appearances.getDictionaryObject(kind);
      if (appearance instanceof COSStream stream) {
        all.add(stream);
      } else if (appearance instanceof COSDictionary states) {
        states.keySet().stream()
            .map(states::getDictionaryObject)
            .filter(COSStream.class::isInstance)
            .forEach(state -> all.add((COSStream) state));
      }
    }
    for (var appearance : all) {
      nested(
          appearance,
          () ->
              processAnnotation(
                  PDAnnotation.createAnnotation(annotation), new PDAppearanceStream(appearance)));
    }
  }

  /** What cannot be followed may hold an image; the rest of the page is analyzed all the same. */
  private void attempt(FollowedContent step) {
    try {
      step.run();
    } catch (IOException | RuntimeException e) {
      damaged(e);
    }
  }

  private void damaged(Exception e) {
    var reason = e instanceof RuntimeException ? "it contradicts itself" : FailureText.reason(e);
    sightings.unread("its content is damaged (" + reason + "); get a complete copy");
  }

  /** Follows content that other content draws. */
  private void nested(COSStream content, FollowedContent step) {
    if (depth == DEEPEST) {
      sightings.unread("it draws forms nested more than " + DEEPEST + " deep");
    } else if (++streams > MOST_STREAMS) {
      sightings.unread("it draws more than " + MOST_STREAMS + " forms");
    } else {
      depth++;
      attempt(
          () -> {
            if (followed.add(content)) {
              PdfData.requireWhole(new PDStream(content));
            }
            step.run();
          });
      depth--;
    }
  }

  /** Forms, and what looks like one: a pattern's tile, the group of a soft mask. */
  private void form(COSStream form, Matrix start) {
    nested(
        form,
        () -> {
          saveGraphicsState();
          getGraphicsState().setCurrentTransformationMatrix(start.clone());
          showForm(new PDFormXObject(form));
          restoreGraphicsState();
        });
  }

  private Matrix here() {
    return getGraphicsState().getCurrentTransformationMatrix();
  }

  private void draw(List<COSBase> operands) throws IOException {
    var name = (COSName) operands.get(0);
    var object = getResources().getXObject(name);
    if (object instanceof PDImageXObject image) {
      met(image.getCOSObject(), image);
    } else if (object instanceof PDFormXObject form) {
      if (form.getCOSObject().containsKey(REFERENCE)) {
        sightings.unread("it shows part of another document, which was not analyzed");
      }
      form(form.getCOSObject(), here());
    } else {
      sightings.unread(
          object == null
              ? "its content is damaged (" + name.getName() + " is missing); get a complete copy"
              : "it contains a PostScript drawing, which is not supported; print it to a new PDF");
    }
  }

  private void setGraphicsState(List<COSBase> operands) throws IOException {
    var state =
        resource(COSName.EXT_G_STATE, operands) instanceof COSDictionary found
            ? found
            : new COSDictionary();
    if (state.getDictionaryObject(COSName.FONT) instanceof COSArray font && font.size() == 2) {
      setFont(font.getObject(0), font.getObject(1));
    }
    if (state.getDictionaryObject(COSName.SMASK) instanceof COSDictionary mask
        && mask.getDictionaryObject(COSName.G) instanceof COSStream group
        && followed.add(new Repeated(group, here().createAffineTransform()))) {
      form(group, here());
    }
  }

  /** A pattern's tile hangs on the form that uses it, and not on what is drawn at the moment. */
  private void setColor(List<COSBase> operands) {
    if (!operands.isEmpty()
        && resource(COSName.PATTERN, List.of(operands.get(operands.size() - 1)))
            instanceof COSStream tile
        && followed.add(new Repeated(tile, getInitialMatrix().createAffineTransform()))) {
      form(tile, getInitialMatrix());
    }
  }

  private COSBase resource(COSName kind, List<COSBase> operands) {
    var all = getResources().getCOSObject().getCOSDictionary(kind);
    return all != null && !operands.isEmpty() && operands.get(0) instanceof COSName name
        ? all.getDictionaryObject(name)
        : null;
  }

  private void setFont(List<COSBase> operands) throws IOException {
    setFont(resource(COSName.FONT, operands), operands.get(operands.size() - 1));
  }

  private void setFont(COSBase font, COSBase size) throws IOException {
    var text = getGraphicsState().getTextState();
    boolean drawn =
        font instanceof COSDictionary known && TYPE3.equals(known.getCOSName(COSName.SUBTYPE));
    text.setFont(drawn ? type3((COSDictionary) font) : null);
    text.setFontSize(size instanceof COSNumber number ? number.floatValue() : 1);
  }

  private PDType3Font type3(COSDictionary font) throws IOException {
    var known = fonts.get(font);
    if (known == null) {
      known = new PDType3Font(font);
      fonts.put(font, known);
    }
    return known;
  }

  @Override
  protected void showText(byte[] text) throws IOException {
    if (getGraphicsState().getTextState().getFont() instanceof PDType3Font) {
      super.showText(text);
    }
  }

  @Override
  protected void showType3Glyph(Matrix placed, PDType3Font font, int code, Vector advance) {
    var glyph = font.getCharProc(code);
    if (glyph != null) {
      glyphs++;
      nested(glyph.getCOSObject(), () -> processType3Stream(glyph, placed));
      glyphs--;
    }
  }

  private void met(Object identity, PDImage image) {
    sightings.image(identity, image, here().createAffineTransform(), glyphs > 0);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    try {
      super.processOperator(operator, operands);
    } catch (RuntimeException e) {
      damaged(e);
    }
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
    boolean harmless =
        e instanceof EmptyGraphicsStackException || e instanceof MissingOperandException;
    if (!harmless) {
      damaged(e);
    }
  }

  private void on(String name, OperatorEffect effect) {
    addOperator(
        new OperatorProcessor(this) {
          @Override
          public void process(Operator operator, List<COSBase> operands) throws IOException {
            effect.of(operands);
          }

          @Override
          public String getName() {
            return name;
          }
        });
  }

  /** What an operator does here. */
  private interface OperatorEffect {
    void of(List<COSBase> operands) throws IOException;
  }

  private interface FollowedContent {
    void run() throws IOException;
  }

  /** Content that draws the same images at the same place each time. */
  private record Repeated(COSStream content, AffineTransform start) {}

  /** A small image that is stored in the content itself. */
  private final class DrawInlineImage extends OperatorProcessor {
    DrawInlineImage() {
      super(PdfContent.this);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      byte[] data = operator.getImageData();
      if (data != null && data.length > 0) {
        var parameters = operator.getImageParameters();
        met(
            PdfData.identity(parameters, data),
            new PDInlineImage(parameters, data, getContext().getResources()));
      }
    }

    @Override
    public String getName() {
      return OperatorName.BEGIN_INLINE_IMAGE;
    }
  }
}
