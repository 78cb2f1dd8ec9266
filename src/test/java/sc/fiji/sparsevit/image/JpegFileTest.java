/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static sc.fiji.sparsevit.image.TestFiles.chelsea;
import static sc.fiji.sparsevit.image.TestFiles.encode;
import static sc.fiji.sparsevit.image.TestFiles.gray;
import static sc.fiji.sparsevit.image.TestFiles.withSegment;

import ij.IJ;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegFileTest {

  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;

  @TempDir private Path folder;

  @Test
  void colorProfileIsIgnoredAsImageJIgnoresIt() throws IOException {
    byte[] plain = encode(chelsea(), "jpg");
    var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] first = {1, 1};
    var profiled =
        withSegment(
            plain,
            APP2,
            "ICC_PROFILE\0",
            ByteBuffer.allocate(2 + linear.length).put(first).put(linear).array());

    var seen = open(profiled);

    assertThat(Pixels.rgb(seen)).isEqualTo(Pixels.rgb(open(plain)));
    var path = Files.write(folder.resolve("profiled.jpg"), profiled);
    assertThat(Pixels.rgb(RgbViews.of(IJ.openImage(path.toString())))).isEqualTo(Pixels.rgb(seen));
  }

  @Test
  void brokenProfileDoesNotHideThePixels() throws IOException {
    byte[] plain = encode(chelsea(), "jpg");
    byte[] broken = {1, 1, 42};
    var twice =
        withSegment(
            withSegment(plain, APP2, "ICC_PROFILE\0", broken), APP2, "ICC_PROFILE\0", broken);

    assertThat(Pixels.rgb(open(twice))).isEqualTo(Pixels.rgb(open(plain)));
  }

  @Test
  void grayIsReplicated() throws IOException {
    var seen = open(encode(gray(8, new int[64]), "jpg"));

    assertThat(Pixels.rgb(seen)).hasSize(64).containsOnly(0);
    assertThat(seen.mapping().channels()).hasSize(1);
  }

  /** Adobe's CMYK stores 255 where there is no ink. */
  @Test
  void inksBecomeTheLightThatTheyLeave() throws IOException {
    var seen = open(adobe(fourBands(255, 128, 0, 200), 0));

    assertColor(Pixels.rgb(seen)[0], 200, 100, 0);
  }

  @Test
  void inksCodedAsBrightnessAndColorAreReadToo() throws IOException {
    // of the three color inks as much as they are "bright": a quarter leaves three quarters
    var seen = open(adobe(fourBands(64, 128, 128, 200), 2));

    assertColor(Pixels.rgb(seen)[0], 150, 150, 150);
  }

  private static void assertColor(int rgb, int red, int green, int blue) {
    var near = Offset.offset(2);
    assertThat(rgb >> 16).isCloseTo(red, near);
    assertThat(rgb >> 8 & 0xff).isCloseTo(green, near);
    assertThat(rgb & 0xff).isCloseTo(blue, near);
  }

  private RgbImage open(byte[] jpeg) throws IOException {
    return ImageFile.open(Files.write(folder.resolve("picture.jpg"), jpeg)).rgb();
  }

  /** A uniform JPEG of four components. */
  private static byte[] fourBands(int... samples) throws IOException {
    var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
    for (int i = 0; i < 256; i++) {
      raster.setPixel(i % 16, i / 16, samples);
    }
    return encode(new IIOImage(raster, null, null), "jpg");
  }

  /** The same file, marked as Adobe marks the colors: 0 as they are, 2 brightness and color. */
  private static byte[] adobe(byte[] jpeg, int transform) {
    return withSegment(jpeg, APP14, "Adobe", new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
  }
}
