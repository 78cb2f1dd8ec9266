/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import sc.fiji.sparsevit.report.PdfPosition;

/**
 * Every raster image of a PDF with all places where it is drawn, those that no page draws, and the
 * files that are attached. Nothing is decoded.
 */
final class PdfImages {
  /** Old printing programs drew each letter as an image; nothing larger is taken for a letter. */
  private static final double LARGEST_LETTER = 72;

  private static final COSName ALTERNATES = COSName.getPDFName("Alternates");

  private final PDDocument document;
  private final Map<Object, Found> found = new LinkedHashMap<>();
  private final Set<Object> passedOver = new HashSet<>();
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private final Set<Unread> unread = new LinkedHashSet<>();
  private final Set<Integer> drawnOn = new HashSet<>();
  private int drawings;

  /**
   * An image of the PDF.
   *
   * @param image not decoded
   * @param page from 1, where it was met first; 0 if it hangs on no page
   * @param name by the page and the place in the order of drawing
   * @param part the same for people
   * @param drawings all places where it is drawn; empty if none is
   */
  record Found(PDImage image, int page, String name, String part, List<DrawnImage> drawings) {}

  /**
   * An image as placed on a page.
   *
   * @param order among all drawings of the document, from 0
   * @param transform from the unit square, whose lower left corner is that of the image, to the
   *     page as a person sees it: points from its upper left corner, y down
   * @param place the box that it fills there
   */
  record DrawnImage(int order, AffineTransform transform, PdfPosition place) {}

  /**
   * A file in the file.
   *
   * @param page from 1; 0 if it hangs on no page
   * @param specification with its name and data
   */
  record Attachment(int page, COSDictionary specification) {}

  /**
   * What could not be analyzed.
   *
   * @param page from 1; 0 if it hangs on no page
   */
  record Unread(int page, String reason) {}

  private PdfImages(PDDocument document) {
    this.document = document;
  }

  /**
   * @param pages as {@link PdfPages} has them
   */
  static PdfImages of(PDDocument document, List<PDPage> pages) {
    var images = new PdfImages(document);
    for (int i = 0; i < pages.size(); i++) {
      images.follow(pages.get(i), i + 1);
    }
    images.gatherTheRest(pages);
    return images;
  }

  /** In the order of the pages, and there in that in which they are drawn; each is there once. */
  List<Found> found() {
    return found.values().stream()
        .sorted(Comparator.comparing(image -> image.page() == 0 ? Integer.MAX_VALUE : image.page()))
        .toList();
  }

  List<Attachment> attachments() {
    return attachments;
  }

  List<Unread> unread() {
    return List.copyOf(unread);
  }

  /** Whether an image is drawn on a page, from 1. */
  boolean isDrawnOn(int page) {
    return drawnOn.contains(page);
  }

  private void follow(PDPage page, int number) {
    try {
      new PdfContent(new Sight(page, number)).follow(page);
    } catch (RuntimeException e) {
      unread.add(new Unread(number, "its entry is damaged; get a complete copy"));
    }
  }

  private void gatherTheRest(List<PDPage> pages) {
    var rest = new Rest();
    var objects = new PdfObjects(rest);
    for (var page : pages) {
      rest.page++;
      if (page == null) {
        continue;
      }
      objects.walk(page.getCOSObject());
      if (page.getResources() != null) {
        objects.walk(page.getResources().getCOSObject());
      }
    }
    rest.page = 0;
    objects.walk(document.getDocumentCatalog().getCOSObject());
    // What a program has deleted often stays in the file, and nothing refers to it any more.
    var file = document.getDocument();
    for (var key : List.copyOf(file.getXrefTable().keySet())) {
      objects.walk(file.getObjectFromPool(key));
    }
  }

  private Found found(Object identity, PDImage image, int page) {
    var known = found.get(identity);
    if (known == null) {
      int count = counts.merge(page, 1, Integer::sum);
      var part = (page == 0 ? "on no page" : "page " + page) + ", image " + count;
      known = new Found(image, page, PageNames.image(page, count), part, new ArrayList<>());
      found.put(identity, known);
    }
    return known;
  }

  /** A mask cuts an image out; only where it is finer than the image, it holds the picture. */
  private List<PDImageXObject> masksAndAlternates(COSDictionary image, long pixels) {
    var more = new ArrayList<PDImageXObject>();
    for (var key : List.of(COSName.SMASK, COSName.MASK)) {
      if (image.getDictionaryObject(key) instanceof COSStream mask) {
        if (pixels(mask) > pixels) {
          more.add(xObject(mask));
        } else {
          passedOver.add(mask);
        }
      }
    }
    var alternates = image.getCOSArray(ALTERNATES);
    for (int i = 0; alternates != null && i < alternates.size(); i++) {
      if (alternates.getObject(i) instanceof COSDictionary alternate
          && alternate.getDictionaryObject(COSName.IMAGE) instanceof COSStream other) {
        more.add(xObject(other));
      }
    }
    return more;
  }

  private static long pixels(COSDictionary image) {
    return (long) image.getInt(COSName.WIDTH, 0) * image.getInt(COSName.HEIGHT, 0);
  }

  private static PDImageXObject xObject(COSStream image) {
    try {
      return new PDImageXObject(new PDStream(image), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of JPEG 2000 only, which is not decoded here
    }
  }

  /** What is drawn on a page. */
  private final class Sight implements PdfContent.Sightings {
    private final PDPage page;
    private final int number;

    Sight(PDPage page, int number) {
      this.page = page;
      this.number = number;
    }

    @Override
    public void image(Object identity, PDImage image, AffineTransform placed, boolean glyph) {
      var box = placed.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D();
      if (glyph
          && image.isStencil()
          && Math.max(box.getWidth(), box.getHeight()) <= LARGEST_LETTER) {
        passedOver.add(identity);
        return;
      }
      drawnOn.add(number);
      var transform = PdfCoordinates.shown(page);
      transform.concatenate(placed);
      var drawing = new DrawnImage(drawings++, transform, PdfCoordinates.of(number, page, box));
      found(identity, image, number).drawings().add(drawing);
      long pixels = (long) image.getWidth() * image.getHeight();
      for (var other : masksAndAlternates(image.getCOSObject(), pixels)) {
        found(other.getCOSObject(), other, number).drawings().add(drawing);
      }
    }

    @Override
    public void unread(String reason) {
      unread.add(new Unread(number, reason));
    }
  }

  /** What hangs on a page, or on none, without being drawn. */
  private final class Rest implements PdfObjects.Finds {
    private final Set<Object> attached = new HashSet<>();
    private int page;

    @Override
    public void image(COSStream image) {
      if (!passedOver.contains(image) && !found.containsKey(image)) {
        found(image, xObject(image), page);
        masksAndAlternates(image, pixels(image))
            .forEach(other -> found(other.getCOSObject(), other, page));
      }
    }

    @Override
    public void thumbnail(COSStream image) {
      if (!found.containsKey(image)) {
        unread.add(
            new Unread(
                page,
                "has a thumbnail, which was not analyzed; it may show an earlier version of the"
                    + " page"));
      }
    }

    @Override
    public void attachment(COSDictionary specification) {
      if (attached.add(specification.getDictionaryObject(COSName.EF))) {
        attachments.add(new Attachment(page, specification));
      }
    }
  }
}
