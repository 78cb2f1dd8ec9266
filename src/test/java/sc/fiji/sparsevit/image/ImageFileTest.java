/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static sc.fiji.sparsevit.image.TestFiles.encode;
import static sc.fiji.sparsevit.image.TestFiles.gray;
import static sc.fiji.sparsevit.image.TestFiles.rgb;

import ij.IJ;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferFloat;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {

  private static final int[] COLORS = {0x000000, 0xff0000, 0x00ff00, 0x123456, 0x0000ff, 0xffffff};

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"png,PNG", "bmp,BMP", "gif,GIF", "tif,TIFF"})
  void losslessFilesGiveTheirColors(String ending, ImageFormat format) throws IOException {
    var path = write(rgb(1, COLORS), ending);

    var file = ImageFile.open(path);

    assertThat(Pixels.rgb(file.rgb())).isEqualTo(COLORS);
    assertThat(file.format()).isEqualTo(format);
    assertThat(file.alphaDropped()).isFalse();
    assertThat(file.orientation()).isEqualTo(1);
    assertThat(file.omittedPages()).isZero();
    assertThat(file.image().getTitle()).isEqualTo(path.getFileName().toString());
    assertThat(StackPosition.all(file.image())).hasSize(1);
  }

  @Test
  void nameMayHaveSpacesAndUmlautsAndAnyEnding() throws IOException {
    var path = Files.write(folder.resolve("Große Übung 1.dat"), encode(rgb(1, COLORS), "png"));

    assertThat(Pixels.rgb(ImageFile.open(path).rgb())).isEqualTo(COLORS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void alphaIsDroppedAndTheColorsAreKept(String ending) throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_4BYTE_ABGR);
    image.setRGB(0, 0, 0x00123456);
    image.setRGB(1, 0, 0x80ff8000);

    var file = ImageFile.open(write(image, ending));

    assertThat(Pixels.rgb(file.rgb())).containsExactly(0x123456, 0xff8000);
    assertThat(file.alphaDropped()).isTrue();
    assertThat(file.rgb().mapping()).hasToString("8-bit RGB; alpha dropped");
  }

  @Test
  void paletteIsAppliedToItsTransparentEntriesToo() throws IOException {
    byte[] reds = {1, 10, (byte) 200, 3};
    byte[] greens = {2, 20, (byte) 100, 2};
    byte[] blues = {3, 30, 50, 1};
    byte[] alphas = {0, -1, -1, -1};
    var palette = new IndexColorModel(2, 4, reds, greens, blues, alphas);
    var image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setPixels(0, 0, 4, 1, new int[] {3, 2, 1, 0});

    assertThat(Pixels.rgb(ImageFile.open(write(image, "png")).rgb()))
        .containsExactly(0x030201, 0xc86432, 0x0a141e, 0x010203);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tif"})
  void blackAndWhiteIsRead(String ending) throws IOException {
    var image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(1, 0, 0xffffffff);

    assertThat(Pixels.rgb(ImageFile.open(write(image, ending)).rgb()))
        .containsExactly(0, 0xffffff, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void grayIsTakenAsStored(String ending) throws IOException {
    var file = ImageFile.open(write(gray(3, 7, 128, 250), ending));

    assertThat(file.image().getBitDepth()).isEqualTo(8);
    assertThat(Pixels.rgb(file.rgb())).containsExactly(0x070707, 0x808080, 0xfafafa);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void sixteenBitGrayGoesFromMinimumToMaximum(String ending) throws IOException {
    var image = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 3, 1, new int[] {1000, 33000, 60000});

    var seen = ImageFile.open(write(image, ending)).rgb();

    assertThat(Pixels.rgb(seen)).containsExactly(0, 0x8b8b8b, 0xffffff);
    assertThat(seen.mapping()).hasToString("16-bit, channel 1: 1000 to 60000 as gray");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void sixteenBitColorKeepsItsBalance(String ending) throws IOException {
    var model = color(ColorSpace.CS_sRGB, DataBuffer.TYPE_USHORT);
    var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 2, 1, 3, new Point());
    raster.setPixels(0, 0, 2, 1, new int[] {0, 32768, 16384, 65535, 0, 256});
    var path = write(new BufferedImage(model, raster, false, null), ending);

    var seen = ImageFile.open(path).rgb();

    assertThat(Pixels.rgb(seen)).containsExactly(0x008040, 0xff0001);
    assertThat(seen.mapping().channels()).hasSize(3);
  }

  @Test
  void floatingPointTiffGoesFromItsFiniteMinimumToItsMaximum() throws IOException {
    float[] values = {-5, 0, 5, Float.NaN, 250, Float.POSITIVE_INFINITY};
    var samples = new PixelInterleavedSampleModel(DataBuffer.TYPE_FLOAT, 6, 1, 1, 6, new int[1]);
    var raster = Raster.createWritableRaster(samples, new DataBufferFloat(values, 6), new Point());
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, 1, DataBuffer.TYPE_FLOAT);
    var path = write(new BufferedImage(model, raster, false, null), "tif");

    var seen = ImageFile.open(path).rgb();

    assertThat(Pixels.rgb(seen)).containsExactly(0, 0x050505, 0x0a0a0a, 0, 0xffffff, 0xffffff);
    assertThat(seen.mapping())
        .hasToString("32-bit, channel 1: -5 to 250 as gray; 1 NaN pixels in black");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits"})
  void compressedTiffGivesItsColors(String compression) throws IOException {
    var bytes = TestFiles.tiff(rgb(3, COLORS), compression);
    var path = Files.write(folder.resolve("compressed.tif"), bytes);

    assertThat(Pixels.rgb(ImageFile.open(path).rgb())).isEqualTo(COLORS);
  }

  @Test
  void tiffThatHoldsAJpegIsRead() throws IOException {
    var picture = TestFiles.chelsea();
    var path = Files.write(folder.resolve("jpeg.tif"), TestFiles.tiff(picture, "JPEG"));

    int[] rgb = Pixels.rgb(ImageFile.open(path).rgb());

    int[] original = picture.getRGB(0, 0, 451, 300, null, 0, 451);
    long difference = 0;
    for (int i = 0; i < rgb.length; i++) {
      difference += Math.abs((rgb[i] >> 8 & 0xff) - (original[i] >> 8 & 0xff));
    }
    assertThat(difference / (double) rgb.length).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void colorProfileIsIgnored(String ending) throws IOException {
    var model = color(ColorSpace.CS_LINEAR_RGB, DataBuffer.TYPE_BYTE);
    var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 2, 1, 3, new Point());
    raster.setPixels(0, 0, 2, 1, new int[] {16, 32, 64, 128, 200, 250});
    var path = write(new BufferedImage(model, raster, false, null), ending);

    assertThat(Pixels.rgb(ImageFile.open(path).rgb())).containsExactly(0x102040, 0x80c8fa);
  }

  @Test
  void constantSixteenBitImageIsBlack() throws IOException {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setPixels(0, 0, 2, 1, new int[] {500, 500});

    assertThat(Pixels.rgb(ImageFile.open(write(image, "png")).rgb())).containsExactly(0, 0);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "70000,1", "3,70000"})
  void extremeShapesAreRead(int width, int height) throws IOException {
    var path = write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png");

    var seen = ImageFile.open(path).rgb();

    assertThat(seen.width()).isEqualTo(width);
    assertThat(seen.height()).isEqualTo(height);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "bmp", "gif", "tif"})
  void pixelsAreThoseThatImageJOpens(String ending) throws IOException {
    var path = write(TestFiles.chelsea(), ending);

    var opened = RgbViews.of(IJ.openImage(path.toString()));

    assertThat(Pixels.rgb(ImageFile.open(path).rgb())).isEqualTo(Pixels.rgb(opened));
  }

  private static ComponentColorModel color(int space, int type) {
    return new ComponentColorModel(
        ColorSpace.getInstance(space), false, false, Transparency.OPAQUE, type);
  }

  private Path write(BufferedImage image, String ending) throws IOException {
    return Files.write(folder.resolve("picture." + ending), encode(image, ending));
  }
}
