/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.image.Fingerprint;
import sc.fiji.sparsevit.image.RgbViews;

/** What programs make of one picture when they write a page. */
class PdfMosaicsTest {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 150;
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path folder;

  private final BufferedImage figure = noise(WIDTH, HEIGHT);

  private interface DrawnFigure {
    void on(PDPageContentStream page, PDDocument document) throws IOException;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf_figure_in_10_strips.pdf", "pdf_figure_in_3x4_tiles.pdf"})
  void aFigureInPiecesIsTheSameAsInOnePiece(String name) throws IOException {
    var pieces = pixels(CASES.resolve(name));
    var whole = pixels(CASES.resolve("pdf_same_figure_whole_reference.pdf"));

    assertThat(pieces).hasSize(1).isEqualTo(whole);
  }

  @Test
  void stripsOfOnePixelAreOnePicture() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              for (int row = 0; row < HEIGHT; row++) {
                draw(
                    page, document, part(0, row, WIDTH, 1), 72, 700 - 0.48f * (row + 1), 96, 0.48f);
              }
            });

    assertThat(pixels(file)).containsExactly(fingerprint(figure));
  }

  @Test
  void placesMayBeRoundedToTenthsOfAPoint() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              for (int row = 0; row < HEIGHT; row += 10) {
                float top = Math.round(10 * (700 - 0.4815f * row)) / 10f;
                float bottom = Math.round(10 * (700 - 0.4815f * (row + 10))) / 10f;
                draw(page, document, part(0, row, WIDTH, 10), 72, bottom, 96.3f, top - bottom);
              }
            });

    assertThat(pixels(file)).containsExactly(fingerprint(figure));
  }

  @Test
  void aTurnedPageHoldsTheSamePicture() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              page.transform(Matrix.getRotateInstance(Math.PI / 2, 500, 100));
              tiles(page, document, 40, 50, 0);
            });

    assertThat(pixels(file)).containsExactly(fingerprint(figure));
  }

  @Test
  void piecesInFormsAreFound() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              for (int row = 0; row < HEIGHT; row += 50) {
                var form = new PDFormXObject(document);
                form.setBBox(new PDRectangle(0, 0, 1, 1));
                form.setResources(new PDResources());
                var image = LosslessFactory.createFromImage(document, part(0, row, WIDTH, 50));
                var name = form.getResources().add(image);
                try (var out = form.getContentStream().createOutputStream()) {
                  out.write(("/" + name.getName() + " Do").getBytes());
                }
                page.saveGraphicsState();
                page.transform(new Matrix(100, 0, 0, 25, 72, 700 - (row + 50) / 2f));
                page.drawForm(form);
                page.restoreGraphicsState();
              }
            });

    assertThat(pixels(file)).containsExactly(fingerprint(figure));
  }

  @Test
  void aLayerWithASoftMaskLiesUponWhatIsBelow() throws IOException {
    var below = noise(WIDTH, HEIGHT);
    var layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    layer.createGraphics().fillRect(50, 50, 100, 50);
    var file =
        pdf(
            (page, document) -> {
              draw(page, document, below, 72, 600, 100, 75);
              draw(page, document, layer, 72, 600, 100, 75);
            });
    below.createGraphics().fillRect(50, 50, 100, 50);

    assertThat(pixels(file)).containsExactly(fingerprint(below));
  }

  @Test
  void whatDoesNotFitTogetherStaysApart() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              draw(page, document, part(0, 0, 100, 150), 72, 600, 50, 75);
              draw(page, document, part(100, 0, 100, 150), 124, 600, 50, 75);
              draw(page, document, part(0, 0, 100, 150), 72, 400, 50, 75);
              draw(page, document, part(100, 0, 100, 150), 122, 400, 60, 75);
            });

    try (var source = PdfSource.open(file, 0, 0)) {
      assertThat(source.pictures()).hasSize(4);
      assertThat(source.problems()).isEmpty();
    }
  }

  @Test
  void aPictureOnEveryPageIsThereOnceWithAllItsPlaces() throws IOException {
    var file = folder.resolve("pages.pdf");
    try (var document = new PDDocument()) {
      var upper = LosslessFactory.createFromImage(document, part(0, 0, WIDTH, 75));
      var lower = LosslessFactory.createFromImage(document, part(0, 75, WIDTH, 75));
      for (int number = 0; number < 3; number++) {
        var sheet = new PDPage(new PDRectangle(600, 800));
        document.addPage(sheet);
        try (var page = new PDPageContentStream(document, sheet)) {
          page.drawImage(upper, 72, 637.5f, 100, 37.5f);
          page.drawImage(lower, 72, 600, 100, 37.5f);
        }
      }
      document.save(file.toFile());
    }

    try (var source = PdfSource.open(file, 0, 0)) {
      assertThat(source.pictures())
          .singleElement()
          .satisfies(
              picture -> {
                assertThat(picture.name()).isEqualTo("-p001-i01");
                assertThat(picture.part()).isEqualTo("page 1, image 1 of 2 pieces");
                assertThat(picture.places()).hasSize(3);
                assertThat(picture.places().get(2).page()).isEqualTo(3);
                assertThat(picture.places().get(2).height()).isEqualTo(75);
              });
    }
  }

  @Test
  void piecesThatOverlapAreNamedAndLookedAtOneByOne() throws IOException {
    var file = pdf((page, document) -> tiles(page, document, 200, 50, 5));

    try (var source = PdfSource.open(file, 0, 0)) {
      assertThat(source.pictures()).hasSize(3);
      assertThat(source.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.reason()).contains("3 images", "overlap"));
    }
  }

  @Test
  void moreThan2000PiecesAreNamedAndLookedAtOneByOne() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              var piece = LosslessFactory.createFromImage(document, part(0, 0, 4, 4));
              for (int i = 0; i < 2001; i++) {
                page.drawImage(piece, 72 + i % 50 * 4, 700 - i / 50 * 4, 4, 4);
              }
            });

    try (var source = PdfSource.open(file, 0, 0)) {
      assertThat(source.pictures()).hasSize(1);
      assertThat(source.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.reason()).contains("2001 images"));
    }
  }

  @Test
  void threeHundredMegapixelsAreNamedAndNotPutTogether() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              var empty = new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY);
              var piece = LosslessFactory.createFromImage(document, empty);
              for (int i = 0; i < 3; i++) {
                page.drawImage(piece, 72, 100 + 100 * i, 100, 100);
              }
            });

    try (var source = PdfSource.open(file, 0, 0)) {
      assertThat(source.pictures()).hasSize(1);
      assertThat(source.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.reason()).contains("300 megapixels"));
    }
  }

  @Test
  void aPageDrawnFromManySmallImagesCanBeLookedAtAsPrinted() throws IOException {
    var file =
        pdf(
            (page, document) -> {
              for (int i = 0; i < 10; i++) {
                draw(page, document, part(10 * i, 0, 9, 9), 72 + 20 * i, 600 + 7 * i, 9, 9);
              }
            });

    try (var printed = PdfSource.open(file, 100, 0);
        var images = PdfSource.open(file, 0, 0)) {
      assertThat(images.pictures()).hasSize(10);
      assertThat(printed.pictures()).hasSize(11);
      assertThat(printed.pictures().get(10).name()).isEqualTo("-p001");
    }
  }

  private void tiles(
      PDPageContentStream page, PDDocument document, int width, int height, int overlap)
      throws IOException {
    for (int y = 0; y < HEIGHT; y += height) {
      for (int x = 0; x < WIDTH; x += width) {
        float bottom = 300 - (y + height) / 2f + overlap * y / height;
        draw(
            page,
            document,
            part(x, y, width, height),
            72 + x / 2f,
            bottom,
            width / 2f,
            height / 2f);
      }
    }
  }

  private Path pdf(DrawnFigure drawing) throws IOException {
    var file = folder.resolve("figure.pdf");
    try (var document = new PDDocument()) {
      var sheet = new PDPage(new PDRectangle(600, 800));
      document.addPage(sheet);
      try (var page = new PDPageContentStream(document, sheet)) {
        drawing.on(page, document);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void draw(
      PDPageContentStream page,
      PDDocument document,
      BufferedImage image,
      float x,
      float y,
      float width,
      float height)
      throws IOException {
    page.drawImage(LosslessFactory.createFromImage(document, image), x, y, width, height);
  }

  private BufferedImage part(int x, int y, int width, int height) {
    var part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    part.createGraphics().drawImage(figure, -x, -y, null);
    return part;
  }

  private static BufferedImage noise(int width, int height) {
    var random = new Random(1);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    return image;
  }

  private static String fingerprint(BufferedImage image) {
    return Fingerprint.of(RgbViews.of(new ImagePlus("", new ColorProcessor(image))));
  }

  private static List<String> pixels(Path file) throws IOException {
    var pixels = new ArrayList<String>();
    try (var source = PdfSource.open(file, 0, 0)) {
      assertThat(source.problems()).isEmpty();
      for (var picture : source.pictures()) {
        pixels.add(Fingerprint.of(picture.decoding().decode().image()));
      }
    }
    return pixels;
  }
}
