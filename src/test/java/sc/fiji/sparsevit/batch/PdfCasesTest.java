/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.imglib2.view.Views;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.RgbImage;

/** PDFs that once came out wrong: a gradient with noise, 200 x 150, whose mean is 125.9. */
class PdfCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "pdf_same_figure_whole_reference.pdf, 1",
    "pdf_image_in_tiling_pattern_beside_normal_image.pdf, 2",
    "pdf_only_image_in_tiling_pattern.pdf, 1",
    "pdf_portfolio_with_png_attachment.pdf, 1",
    "pdf_flate_without_adler32_all_samples_present.pdf, 1",
    "pdf_jpeg_colorspace_null.pdf, 1",
    "pdf_jpeg_without_EOI.pdf, 1",
  })
  void everyPictureIsSeen(String name, int pictures) throws IOException {
    try (var source = PictureSource.open(CASES.resolve(name), 0)) {
      assertThat(source.problems()).isEmpty();
      assertThat(source.pictures()).hasSize(pictures);
      for (var picture : source.pictures()) {
        var image = picture.decoding().decode().image();
        assertThat(image.width()).isEqualTo(200);
        assertThat(image.height()).isEqualTo(150);
        assertThat(mean(image)).isEqualTo(125.9, within(0.02));
      }
    }
  }

  @Test
  void whatIsNoPdfIsToldSo() {
    var file = CASES.resolve("html_named.pdf");
    assertThatThrownBy(() -> PictureSource.open(file, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(
            "is neither a PDF nor an image (PNG, JPEG, TIFF, GIF or BMP), despite its name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg_without_EOI.jpg", "jpeg_without_EOI_zero_padding.jpg"})
  void aJpegWithoutItsEndIsReadInAPdfWithTheSameNote(String name) throws IOException {
    var inside = inPdf(Files.readAllBytes(CASES.resolve(name)), COSName.DEVICERGB, null);
    assertThat(inside.mapping().notes())
        .containsExactly(
            "the file's end is missing (a JPEG without its end marker); all blocks could be"
                + " decoded");
    assertThat(mean(inside)).isEqualTo(125.9, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({"DeviceRGB", "DeviceGray", "DeviceCMYK"})
  void aJpegKnowsItsComponentsBetterThanThePdf(String colors) throws IOException {
    var file = CASES.resolve("jpeg_jfif_plus_adobe_transform0.jpg");
    var inside = inPdf(Files.readAllBytes(file), COSName.getPDFName(colors), null);
    assertThat(rgb(inside)).isEqualTo(rgb(ImageFile.open(file).rgb()));
    assertThat(mean(inside)).isEqualTo(125.9, within(0.02));
  }

  @Test
  void aJpegThatIsCutOffIsRefusedWithoutTheNameOfATemporaryFile() throws IOException {
    byte[] whole = Files.readAllBytes(CASES.resolve("jpeg_without_EOI.jpg"));
    for (var cut :
        List.of(
            Arrays.copyOf(whole, whole.length / 2),
            Arrays.copyOf(Arrays.copyOf(whole, whole.length / 2), whole.length))) {
      assertThatThrownBy(() -> inPdf(cut, COSName.DEVICERGB, null))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("cannot be read as JPEG (")
          .hasMessageEndingWith("; get a complete copy");
    }
  }

  /** Inks are stored as the light that they leave, which a PDF has to say and a file need not. */
  @ParameterizedTest
  @ValueSource(strings = {"jpeg_cmyk.jpg", "jpeg_ycck.jpg"})
  void inksMeanTheSameInAPdfAsInAFile(String name) throws IOException {
    var file = CASES.resolve(name);
    byte[] jpeg = Files.readAllBytes(file);
    var alone = ImageFile.open(file).rgb();
    var inverted = array(1, 0, 1, 0, 1, 0, 1, 0);
    assertThat(rgb(inPdf(jpeg, COSName.DEVICECMYK, inverted))).isEqualTo(rgb(alone));
    assertThat(rgb(inPdf(jpeg, COSName.DEVICECMYK, null))).isNotEqualTo(rgb(alone));
  }

  @Test
  void inksCodedWithoutLossMeanWhatTheyMeanInAJpeg() throws IOException {
    try (var document = Samples.pdf(1, (pdf, page, index) -> {})) {
      var image = document.getDocument().createCOSStream();
      try (var out = image.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(new byte[] {(byte) 55, (byte) 155, (byte) 255, (byte) 55});
      }
      describe(image, 1, 1, COSName.DEVICECMYK, null);
      var seen = draw(document, image);
      assertThat(seen.pixels().getAt(0, 0).get() & 0xffffff).isEqualTo(0x9d4e00);
    }
  }

  private static double mean(RgbImage image) {
    return Arrays.stream(rgb(image))
        .flatMap(rgb -> Arrays.stream(new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff}))
        .average()
        .orElseThrow();
  }

  private static int[] rgb(RgbImage image) {
    int[] rgb = new int[image.width() * image.height()];
    int i = 0;
    for (var pixel : Views.flatIterable(image.pixels())) {
      rgb[i++] = pixel.get() & 0xffffff;
    }
    return rgb;
  }

  private RgbImage inPdf(byte[] jpeg, COSName colors, COSArray decode) throws IOException {
    try (var document = Samples.pdf(1, (pdf, page, index) -> {})) {
      var image = document.getDocument().createCOSStream();
      try (var out = image.createRawOutputStream()) {
        out.write(jpeg);
      }
      image.setItem(COSName.FILTER, COSName.DCT_DECODE);
      describe(image, 200, 150, colors, decode);
      return draw(document, image);
    }
  }

  private static void describe(
      COSStream image, int width, int height, COSName colors, COSArray decode) {
    image.setItem(COSName.SUBTYPE, COSName.IMAGE);
    image.setInt(COSName.WIDTH, width);
    image.setInt(COSName.HEIGHT, height);
    image.setInt(COSName.BITS_PER_COMPONENT, 8);
    image.setItem(COSName.COLORSPACE, colors);
    if (decode != null) {
      image.setItem(COSName.DECODE, decode);
    }
  }

  private static COSArray array(int... values) {
    var array = new COSArray();
    Arrays.stream(values).mapToObj(COSInteger::get).forEach(array::add);
    return array;
  }

  private RgbImage draw(PDDocument document, COSStream image) throws IOException {
    var page = document.getPage(0);
    try (var content = new PDPageContentStream(document, page)) {
      content.drawImage(new PDImageXObject(new PDStream(image), null), 0, 0);
    }
    document.save(folder.resolve("inside.pdf").toFile());
    try (var source = PictureSource.open(folder.resolve("inside.pdf"), 0)) {
      return source.pictures().get(0).decoding().decode().image();
    }
  }
}
