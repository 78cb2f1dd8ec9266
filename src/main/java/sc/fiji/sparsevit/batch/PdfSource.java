/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import sc.fiji.sparsevit.batch.InputPicture.Decoded;
import sc.fiji.sparsevit.image.MemoryNeed;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.report.Provenance;

/**
 * A PDF: every raster image in it at its own resolution and, where asked for, the pages that have
 * none as they are printed.
 */
final class PdfSource implements PictureSource {
  private static final float POINTS_PER_INCH = 72;

  private final Path file;
  private final int dotsPerInch;
  private final PDDocument document;
  private final NestedFiles attachments;
  private final List<InputPicture> pictures = new ArrayList<>();
  private int attached;
  private final List<SkippedInput> problems = new ArrayList<>();

  /** Names of pictures that are assembled. */
  private final Set<String> taken = new HashSet<>();

  private PdfSource(Path file, int dotsPerInch, int depth, PDDocument document) {
    this.file = file;
    this.dotsPerInch = dotsPerInch;
    this.document = document;
    this.attachments = new NestedFiles(file, dotsPerInch, depth);
  }

  /**
   * @param depth how many other files it was found in
   */
  static PdfSource open(Path file, int dotsPerInch, int depth) throws IOException {
    PDDocument document = null;
    Jbig2Decoder.lend();
    try {
      // Unpacked data are in a temporary file, so that memory does not grow with the document.
      document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
      var source = new PdfSource(file, dotsPerInch, depth, document);
      source.list();
      return source;
    } catch (InvalidPasswordException e) {
      closeQuietly(document);
      throw new IOException(
          "'" + file + "' is encrypted; save a copy that opens without a password", e);
    } catch (IOException | RuntimeException e) {
      closeQuietly(document);
      throw new IOException(
          "'" + file + "' cannot be read as PDF (" + FailureText.reason(e) + "); " + remedy(e), e);
    }
  }

  /** PDFBox keeps what it unpacks in a temporary file. */
  private static String remedy(Exception failure) {
    boolean full = String.valueOf(failure.getMessage()).contains("No space left");
    return full
        ? "free some space in " + System.getProperty("java.io.tmpdir")
        : "get a complete copy";
  }

  private static void closeQuietly(PDDocument document) {
    IOUtils.closeQuietly(document);
    Jbig2Decoder.takeBack();
  }

  private void list() {
    var pages = PdfPages.of(document);
    var images = PdfImages.of(document, pages);
    var mosaics = PdfMosaics.of(images.found(), areas(pages));
    listPictures(images.found(), mosaics);
    for (int page = 1; dotsPerInch > 0 && page <= pages.size(); page++) {
      if (pages.get(page - 1) != null && !images.isDrawnOn(page) || mosaics.isDrawing(page)) {
        pictures.add(page(pages.get(page - 1), page - 1));
      }
    }
    mosaics.problems().forEach(problem -> problem(problem.page(), problem.reason()));
    for (var attachment : images.attachments()) {
      attached++;
      attachments.open(PdfAttachments.file(attachment, attached));
    }
    pictures.addAll(attachments.pictures());
    images.unread().forEach(unread -> problem(unread.page(), unread.reason()));
    if (PdfForm.holdsPictures(document)) {
      problem(
          0, "contains an XFA form with images, which were not analyzed; print it to a new PDF");
    }
    problems.addAll(attachments.problems());
    if (pictures.isEmpty() && problems.isEmpty()) {
      problem(
          0,
          pages.isEmpty()
              ? "has neither pages nor attachments"
              : "contains no raster images; rasterize pages at 150 dpi to analyze them as printed");
    }
  }

  /** Of every page, in square points. */
  private static List<Double> areas(List<PDPage> pages) {
    return pages.stream().map(page -> page == null ? 0 : area(page.getCropBox())).toList();
  }

  private static double area(PDRectangle box) {
    return (double) box.getWidth() * box.getHeight();
  }

  /** Images that are nothing but pieces give way to what they are pieces of. */
  private void listPictures(List<PdfImages.Found> images, PdfMosaics mosaics) {
    var joined = mosaics.pictures();
    var counts = new HashMap<Integer, Integer>();
    images.forEach(image -> counts.merge(image.page(), 1, Integer::sum));
    for (var image : images) {
      if (!mosaics.isPiece(image)) {
        pictures.add(picture(image));
      }
      for (var picture : joined) {
        if (picture.first() == image) {
          pictures.add(picture(picture, mosaics, counts));
        }
      }
    }
  }

  private InputPicture picture(
      PdfMosaics.Joined joined, PdfMosaics mosaics, Map<Integer, Integer> counts) {
    var first = joined.first();
    int page = joined.places().get(0).page();
    boolean free = mosaics.isPiece(first) && taken.add(first.name());
    int number = free ? 0 : counts.merge(page, 1, Integer::sum);
    var part = free ? first.part() : "page " + page + ", image " + number;
    return new InputPicture(
        free ? first.name() : PageNames.image(page, number),
        part + " of " + joined.mosaic().tiles().size() + " pieces",
        page,
        List.copyOf(joined.places()),
        () -> joined.mosaic().pixels(),
        () -> joined.decode(file));
  }

  private void problem(int page, String reason) {
    problems.add(new SkippedInput(file.toString(), page == 0 ? "" : "page " + page, reason));
  }

  private InputPicture picture(PdfImages.Found found) {
    var image = new PdfImage(file, found.image());
    return new InputPicture(
        found.name(),
        found.part(),
        found.page() == 0 ? null : found.page(),
        found.drawings().stream().map(PdfImages.DrawnImage::place).toList(),
        image::pixels,
        found.drawings().isEmpty()
            ? () -> image.decode().mapped(PdfSource::undrawn)
            : image::decode);
  }

  private static RgbMapping undrawn(RgbMapping mapping) {
    return mapping.noting(List.of("it is in the PDF, but no page shows it"));
  }

  /** A page as it is printed. */
  private InputPicture page(PDPage page, int index) {
    var sheet = page.getCropBox();
    double scale = dotsPerInch / POINTS_PER_INCH;
    long pixels = (long) (sheet.getWidth() * scale * sheet.getHeight() * scale);
    return new InputPicture(
        PageNames.page(index + 1),
        "page " + (index + 1),
        index + 1,
        List.of(PdfCoordinates.all(index + 1, page)),
        () -> pixels,
        () -> {
          MemoryNeed.check(file, pixels, 1, Integer.BYTES);
          var drawn =
              new PDFRenderer(document).renderImageWithDPI(index, dotsPerInch, ImageType.RGB);
          return new Decoded(
              rgb(drawn), Provenance.unknown("page rasterized at " + dotsPerInch + " dpi"));
        });
  }

  static RgbImage rgb(BufferedImage pixels) {
    return RgbViews.of(new ImagePlus("", new ColorProcessor(pixels)));
  }

  @Override
  public List<InputPicture> pictures() {
    return pictures;
  }

  @Override
  public List<SkippedInput> problems() {
    return problems;
  }

  @Override
  public void close() throws IOException {
    try (document) {
      attachments.close();
    } finally {
      Jbig2Decoder.takeBack();
    }
  }
}
