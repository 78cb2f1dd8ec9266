/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDInlineImage;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.image.FaxEnd;
import sc.fiji.sparsevit.report.PdfPosition;

class PdfSourceTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("paper.pdf");
  }

  @Test
  void everyImageComesAtItsOwnResolutionWithPageAndPlace() throws IOException {
    Samples.pdf(
        file(),
        2,
        (document, page, index) -> {
          page.drawImage(Samples.lossless(document, 60, 40, 200), 100, 500, 120, 80);
          if (index == 1) {
            page.drawImage(Samples.jpeg(document, 48, 96, 90), 0, 0, 10, 20);
          }
        });
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.problems()).isEmpty();
      assertThat(source.pictures())
          .extracting(InputPicture::name)
          .containsExactly("-p001-i01", "-p002-i01", "-p002-i02");
      var place = source.pictures().get(0).places().get(0);
      assertThat(place.page()).isEqualTo(1);
      assertThat(place.x()).isEqualTo(100, within(0.01));
      assertThat(place.y()).isEqualTo(PDRectangle.A4.getHeight() - 580, within(0.01));
      assertThat(place.width()).isEqualTo(120, within(0.01));
      assertThat(place.height()).isEqualTo(80, within(0.01));
      var lossless = source.pictures().get(1).decoding().decode();
      assertThat(lossless.image().width()).isEqualTo(60);
      assertThat(lossless.image().height()).isEqualTo(40);
      assertThat(lossless.provenance().format()).isEqualTo("in a PDF, coded without loss");
      assertThat(lossless.image().pixels().getAt(5, 5).get() & 0xffffff).isEqualTo(200 << 8);
      var jpeg = source.pictures().get(2);
      assertThat(jpeg.size().pixels()).isEqualTo(48 * 96);
      var decoded = jpeg.decoding().decode();
      assertThat(decoded.provenance().format()).isEqualTo("JPEG");
      assertThat(decoded.provenance().jpegQuality()).isEqualTo(90);
      assertThat(decoded.image().pixels().getAt(10, 10).get() >> 8 & 0xff).isCloseTo(90, within(3));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 741.89, 60, 80",
    "90, 20, 10, 80, 60",
    "180, 525.28, 20, 60, 80",
    "270, 741.89, 525.28, 80, 60"
  })
  void aPlaceIsThatOnThePageAsItIsShown(
      int rotation, double x, double y, double width, double height) throws IOException {
    try (var document =
        Samples.pdf(
            1,
            (pdf, page, index) -> page.drawImage(Samples.lossless(pdf, 6, 8, 1), 10, 20, 60, 80))) {
      document.getPage(0).setRotation(rotation);
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures().get(0).places())
          .containsExactly(new PdfPosition(1, x, y, width, height));
    }
  }

  @Test
  void aDrawnPageThatIsTurnedHasThePlaceThatItIsDrawnAt() throws IOException {
    try (var document = Samples.pdf(1, (pdf, page, index) -> page.addRect(0, 0, 9, 9))) {
      document.getPage(0).setRotation(90);
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 36)) {
      var page = source.pictures().get(0);
      var drawn = page.decoding().decode().image();
      assertThat(page.places()).containsExactly(new PdfPosition(1, 0, 0, 841.89, 595.28));
      assertThat(drawn.width()).isEqualTo(420);
      assertThat(drawn.height()).isEqualTo(297);
    }
  }

  /** Changes the coded data of a PDF's only image. */
  private void rewrite(UnaryOperator<byte[]> change) throws IOException {
    try (var document =
        Samples.pdf(
            1, (pdf, page, index) -> page.drawImage(Samples.lossless(pdf, 64, 48, 90), 0, 0))) {
      var resources = document.getPage(0).getResources();
      var image = resources.getXObject(resources.getXObjectNames().iterator().next());
      byte[] coded;
      try (var stream = image.getCOSObject().createRawInputStream()) {
        coded = stream.readAllBytes();
      }
      try (var stream = image.getCOSObject().createRawOutputStream()) {
        stream.write(change.apply(coded));
      }
      document.save(file().toFile());
    }
  }

  static Stream<Named<UnaryOperator<byte[]>>> damages() {
    return Stream.of(
        Named.of("cut off", coded -> Arrays.copyOf(coded, coded.length / 2)),
        Named.of("cut off in the last block", coded -> Arrays.copyOf(coded, coded.length - 6)),
        Named.of("no block", coded -> changed(coded, 2)),
        Named.of("fewer rows", coded -> deflated(new byte[100])));
  }

  private static byte[] changed(byte[] coded, int index) {
    var other = coded.clone();
    other[index] ^= 0x55;
    return other;
  }

  private static byte[] deflated(byte[] samples) {
    var deflater = new Deflater();
    deflater.setInput(samples);
    deflater.finish();
    var coded = new byte[1000];
    return Arrays.copyOf(coded, deflater.deflate(coded));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void damagedPixelsAreNamedRatherThanGuessed(UnaryOperator<byte[]> damage) throws IOException {
    rewrite(damage);
    try (var source = PictureSource.open(file(), 0)) {
      var picture = source.pictures().get(0);
      assertThat(picture.part()).isEqualTo("page 1, image 1");
      assertThatThrownBy(() -> picture.decoding().decode())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("data")
          .hasMessageContaining("get a complete copy");
    }
    rewrite(coded -> coded);
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures().get(0).decoding().decode().image().width()).isEqualTo(64);
    }
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of("whole", (UnaryOperator<byte[]>) coded -> coded, List.of()),
        Arguments.of(
            "without checksum",
            (UnaryOperator<byte[]>) coded -> Arrays.copyOf(coded, coded.length - 4),
            List.of("the end of its data in the PDF is missing; all samples are present")),
        Arguments.of(
            "half a checksum",
            (UnaryOperator<byte[]>) coded -> Arrays.copyOf(coded, coded.length - 2),
            List.of("the end of its data in the PDF is missing; all samples are present")),
        Arguments.of(
            "wrong checksum",
            (UnaryOperator<byte[]>) coded -> changed(coded, coded.length - 1),
            List.of(
                "the checksum of its data in the PDF is wrong: they were damaged or changed after"
                    + " encoding; all samples are present")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ends")
  void dataThatHoldAllSamplesAreReadWithANote(
      String name, UnaryOperator<byte[]> change, List<String> notes) throws IOException {
    rewrite(change);
    try (var source = PictureSource.open(file(), 0)) {
      var image = source.pictures().get(0).decoding().decode().image();
      assertThat(image.mapping().notes()).isEqualTo(notes);
      assertThat(image.pixels().getAt(5, 5).get() & 0xffffff).isEqualTo(90 << 8);
      assertThat(image.pixels().getAt(60, 40).get() & 0xffffff).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFaxOfWhichRowsAreMissingIsReadWithANote(int part) throws IOException {
    var drawing = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_BINARY);
    drawing.createGraphics().drawOval(20, 20, 300, 200);
    try (var document =
        Samples.pdf(
            1,
            (pdf, page, index) -> {
              var fax = CCITTFactory.createFromImage(pdf, drawing);
              byte[] code = fax.getCOSObject().createRawInputStream().readAllBytes();
              try (var out = fax.getCOSObject().createRawOutputStream()) {
                out.write(code, 0, code.length / part);
              }
              page.drawImage(fax, 0, 0);
            })) {
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 0)) {
      var notes = source.pictures().get(0).decoding().decode().image().mapping().notes();
      assertThat(notes).isEqualTo(part == 1 ? List.of() : List.of(FaxEnd.MISSING));
    }
  }

  @Test
  void jpeg2000IsNamedWithTheRemedy() throws IOException {
    try (var document =
        Samples.pdf(
            1,
            (pdf, page, index) -> {
              var image = Samples.lossless(pdf, 8, 8, 1);
              image.getCOSObject().setItem(COSName.FILTER, COSName.JPX_DECODE);
              page.drawImage(image, 0, 0);
            })) {
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 0)) {
      assertThatThrownBy(() -> source.pictures().get(0).decoding().decode())
          .isInstanceOf(IOException.class)
          .hasMessage(
              "is coded as JPEG 2000, which is not supported; extract it with another program");
    }
  }

  @Test
  void anImageOnSeveralPagesIsOnePictureWithSeveralPlaces() throws IOException {
    var shared = new PDImageXObject[1];
    Samples.pdf(
        file(),
        3,
        (document, page, index) -> {
          if (shared[0] == null) {
            shared[0] = Samples.lossless(document, 8, 8, 1);
          }
          page.drawImage(shared[0], 10 * index, 0);
        });
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures()).hasSize(1);
      assertThat(source.pictures().get(0).places())
          .extracting(PdfPosition::page)
          .containsExactly(1, 2, 3);
    }
  }

  @Test
  void imagesInFormsAndInPageContentAreFound() throws IOException {
    Samples.pdf(
        file(),
        1,
        (document, page, index) -> {
          var form = new PDFormXObject(document);
          form.setBBox(new PDRectangle(100, 100));
          form.setResources(new PDResources());
          var name = form.getResources().add(Samples.lossless(document, 7, 5, 1));
          try (var out = form.getContentStream().createOutputStream()) {
            out.write(("q 50 0 0 50 0 0 cm /" + name.getName() + " Do Q").getBytes());
          }
          page.drawForm(form);
          var parameters = new COSDictionary();
          parameters.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
          parameters.setInt(COSName.WIDTH, 2);
          parameters.setInt(COSName.HEIGHT, 1);
          parameters.setInt(COSName.BITS_PER_COMPONENT, 8);
          page.drawImage(
              new PDInlineImage(parameters, new byte[] {10, 20}, new PDResources()), 0, 0, 9, 9);
        });
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures()).hasSize(2);
      assertThat(source.pictures().get(0).places().get(0).width()).isEqualTo(50, within(0.01));
      var inline = source.pictures().get(1).decoding().decode().image();
      assertThat(inline.width()).isEqualTo(2);
      assertThat(inline.pixels().getAt(1, 0).get() & 0xff).isEqualTo(20);
    }
  }

  @Test
  void pagesWithoutImageAreDrawnOnlyWhenAsked() throws IOException {
    Samples.pdf(
        file(),
        2,
        (document, page, index) -> {
          page.addRect(0, 0, 300, 300);
          page.fill();
          if (index == 1) {
            page.drawImage(Samples.lossless(document, 8, 8, 1), 0, 0);
          }
        });
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures()).hasSize(1);
    }
    try (var source = PictureSource.open(file(), 36)) {
      assertThat(source.pictures())
          .extracting(InputPicture::name)
          .containsExactly("-p002-i01", "-p001");
      var drawn = source.pictures().get(1).decoding().decode().image();
      assertThat(drawn.width()).isEqualTo((int) (PDRectangle.A4.getWidth() / 2));
      assertThat(drawn.pixels().getAt(3, drawn.height() - 3).get() & 0xff).isZero();
    }
  }

  @Test
  void aPdfWithoutImagesSaysSo() throws IOException {
    Samples.pdf(file(), 1, (document, page, index) -> page.fillEvenOdd());
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures()).isEmpty();
      assertThat(source.problems().get(0).reason()).contains("no raster image", "rasterize");
    }
  }

  @Test
  void aPdfWithoutPagesSaysSo() throws IOException {
    Samples.pdf(file(), 0, (document, page, index) -> {});
    try (var source = PictureSource.open(file(), 150)) {
      assertThat(source.pictures()).isEmpty();
      assertThat(source.problems().get(0).reason()).isEqualTo("has neither pages nor attachments");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, Integer.MAX_VALUE})
  void thePagesCountAndNotWhatThePdfSaysOfTheirNumber(int said) throws IOException {
    try (var document =
        Samples.pdf(
            2,
            (pdf, page, index) ->
                page.drawImage(Samples.lossless(pdf, 60, 40, 100 + index), 0, 0))) {
      document.getPages().getCOSObject().setInt(COSName.COUNT, said);
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures())
          .extracting(InputPicture::name)
          .containsExactly("-p001-i01", "-p002-i01");
      assertThat(source.pictures()).allMatch(picture -> picture.places().size() == 1);
      assertThat(source.problems()).isEmpty();
    }
  }

  /** Programs that delete a page often leave in the file what was on it. */
  @Test
  void anImageThatNothingRefersToAnyMoreIsFound() throws IOException {
    try (var document =
        Samples.pdf(
            2,
            (pdf, page, index) ->
                page.drawImage(Samples.lossless(pdf, 60 + index, 40, 100), 0, 0))) {
      document.save(file().toFile(), CompressParameters.NO_COMPRESSION);
    }
    var text = Files.readString(file(), StandardCharsets.ISO_8859_1);
    var kids = Pattern.compile("/Kids \\[(\\d+ 0 R) (\\d+ 0 R)]").matcher(text);
    assertThat(kids.find()).isTrue();
    var second = " ".repeat(kids.end(2) - kids.start(2));
    Files.writeString(
        file(),
        text.substring(0, kids.start(2)) + second + text.substring(kids.end(2)),
        StandardCharsets.ISO_8859_1);

    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures())
          .extracting(InputPicture::part)
          .containsExactly("page 1, image 1", "on no page, image 1");
      var seen = source.pictures().get(1).decoding().decode().image();
      assertThat(seen.width()).isEqualTo(61);
      assertThat(seen.mapping().notes()).singleElement().asString().contains("no page shows it");
    }
  }

  /** Changes what a PDF says of its only image. */
  private void describe(Consumer<COSDictionary> change) throws IOException {
    try (var document =
        Samples.pdf(
            1, (pdf, page, index) -> page.drawImage(Samples.lossless(pdf, 64, 48, 90), 0, 0))) {
      var resources = document.getPage(0).getResources();
      var image = resources.getXObject(resources.getXObjectNames().iterator().next());
      change.accept(image.getCOSObject());
      document.save(file().toFile());
    }
  }

  private static COSArray palette(int colors) {
    var palette = new COSArray();
    palette.add(COSName.INDEXED);
    palette.add(COSName.DEVICEGRAY);
    palette.add(COSInteger.get(255));
    var values = new byte[colors];
    for (int i = 0; i < colors; i++) {
      values[i] = (byte) (255 - i);
    }
    palette.add(new COSString(values));
    return palette;
  }

  static Stream<Arguments> descriptions() {
    Consumer<COSDictionary> fewColors = image -> image.setItem(COSName.COLORSPACE, palette(50));
    Consumer<COSDictionary> unknownColors =
        image -> image.setItem(COSName.COLORSPACE, COSName.getPDFName("Foo"));
    Consumer<COSDictionary> patternColors =
        image -> image.setItem(COSName.COLORSPACE, COSName.PATTERN);
    Consumer<COSDictionary> noBits = image -> image.removeItem(COSName.BITS_PER_COMPONENT);
    Consumer<COSDictionary> unknownFilter =
        image -> image.setItem(COSName.FILTER, COSName.getPDFName("Foo"));
    Consumer<COSDictionary> noWidth = image -> image.setInt(COSName.WIDTH, 0);
    return Stream.of(
        Arguments.of("palette of which colors are missing", fewColors, "a palette of 50 colors"),
        Arguments.of("colors of no kind", unknownColors, "Missing color space: Foo"),
        Arguments.of("colors of a pattern", patternColors, "cannot be decoded"),
        Arguments.of("no bits", noBits, "cannot be decoded"),
        Arguments.of("filter of no kind", unknownFilter, "Invalid filter: Foo"),
        Arguments.of("no width", noWidth, "must be positive"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("descriptions")
  void whatCannotBeRightIsNamedInASentence(
      String name, Consumer<COSDictionary> change, String sentence) throws IOException {
    describe(change);
    try (var source = PictureSource.open(file(), 0)) {
      var picture = source.pictures().get(0);
      assertThatThrownBy(() -> picture.decoding().decode())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(sentence)
          .hasMessageContaining("get a complete copy")
          .hasMessageNotContaining("Exception")
          .hasMessageNotContaining("COSName");
    }
  }

  @Test
  void aPaletteNeedsNoMoreColorsThanAreUsed() throws IOException {
    describe(
        image -> {
          var samples = new byte[64 * 48];
          Arrays.fill(samples, (byte) 49);
          image.setItem(COSName.COLORSPACE, palette(50));
          image.removeItem(COSName.DECODE_PARMS);
          try (var out = ((COSStream) image).createOutputStream(COSName.FLATE_DECODE)) {
            out.write(samples);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    try (var source = PictureSource.open(file(), 0)) {
      var image = source.pictures().get(0).decoding().decode().image();
      assertThat(image.pixels().getAt(5, 5).get() & 255).isEqualTo(255 - 49);
    }
  }

  /** Their filters are not told as those of others are. */
  @ParameterizedTest
  @ValueSource(strings = {"ASCIIHexDecode", "ASCII85Decode"})
  void samplesThatAreWrittenAsLettersAreCountedToo(String filter) throws IOException {
    for (int rows : new int[] {48, 20}) {
      describe(
          image -> {
            image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
            try (var out = ((COSStream) image).createOutputStream(COSName.getPDFName(filter))) {
              out.write(new byte[64 * rows]);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      try (var source = PictureSource.open(file(), 0)) {
        var picture = source.pictures().get(0);
        if (rows == 48) {
          assertThat(picture.decoding().decode().image().height()).isEqualTo(48);
        } else {
          assertThatThrownBy(() -> picture.decoding().decode())
              .hasMessageContaining("has only part of its data");
        }
      }
    }
  }

  @Test
  void anEncryptedPdfIsRefusedWithTheRemedy() throws IOException {
    try (var document = Samples.pdf(1, (pdf, page, index) -> {})) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(file().toFile());
    }
    assertThatThrownBy(() -> PictureSource.open(file(), 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("encrypted")
        .hasMessageContaining("without a password");
  }

  @Test
  void aBrokenPdfIsRefusedWithItsName() throws IOException {
    Files.writeString(file(), "%PDF-1.7\nthis is no PDF");
    assertThatThrownBy(() -> PictureSource.open(file(), 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("paper.pdf")
        .hasMessageContaining("complete copy");
  }

  @Test
  void aDamagedPageDoesNotHideTheOthers() throws IOException {
    try (var document =
        Samples.pdf(
            2, (pdf, page, index) -> page.drawImage(Samples.lossless(pdf, 8, 8, 1), 0, 0))) {
      var unknown = new PDStream(document).getCOSObject();
      unknown.setItem(COSName.SUBTYPE, COSName.getPDFName("Unknown"));
      var objects = document.getPage(0).getResources().getCOSObject();
      var images = objects.getCOSDictionary(COSName.XOBJECT);
      images.setItem(images.keySet().iterator().next(), unknown);
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures()).extracting(InputPicture::name).containsExactly("-p002-i01");
      assertThat(source.problems()).extracting(p -> p.part()).containsExactly("page 1");
    }
  }

  @Test
  void anImageThatLiesAboutItsSizeFailsAlone() throws IOException {
    try (var document =
        Samples.pdf(
            1,
            (pdf, page, index) -> {
              var liar = Samples.lossless(pdf, 8, 8, 1);
              liar.setWidth(2_000_000);
              liar.setHeight(2_000_000);
              page.drawImage(liar, 0, 0, 5, 5);
              page.drawImage(Samples.lossless(pdf, 8, 8, 2), 0, 0, 5, 5);
            })) {
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 0)) {
      var pictures = source.pictures();
      assertThatThrownBy(() -> pictures.get(0).decoding().decode())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("pixels");
      assertThat(pictures.get(1).decoding().decode().image().width()).isEqualTo(8);
    }
  }

  @Test
  void tenThousandImagesAreListedWithoutBeingDecoded() throws IOException {
    int side = 100;
    try (var document =
        Samples.pdf(
            side,
            (pdf, page, index) -> {
              for (int i = 0; i < side; i++) {
                var image = new PDImageXObject(pdf);
                image.setWidth(1);
                image.setHeight(1);
                page.drawImage(image, 2 * i, 0, 1, 1);
              }
            })) {
      document.save(file().toFile());
    }
    try (var source = PictureSource.open(file(), 0)) {
      assertThat(source.pictures()).hasSize(side * side);
      assertThat(source.pictures()).extracting(InputPicture::name).doesNotHaveDuplicates();
      assertThat(source.pictures().get(9999).name()).isEqualTo("-p100-i100");
    }
  }
}
