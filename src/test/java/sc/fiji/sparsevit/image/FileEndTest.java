/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sc.fiji.sparsevit.image.TestFiles.chelsea;
import static sc.fiji.sparsevit.image.TestFiles.encode;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose end is missing: read with a note if the picture is there, refused if it is not. */
class FileEndTest {
  private static final String JPEG_END =
      "the file's end is missing (a JPEG without its end marker); all blocks could be decoded";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJpegWithoutItsEndMarkerIsReadWithANote(boolean progressive) throws IOException {
    byte[] whole = jpeg(progressive);
    byte[] cut = Arrays.copyOf(whole, whole.length - 2);
    byte[] noise = new byte[300];
    new Random(1).nextBytes(noise);
    byte[] ones = new byte[50];
    Arrays.fill(ones, (byte) 0xff);
    var expected = Pixels.rgb(open(whole));
    for (byte[] end : List.of(new byte[0], new byte[500], ones, noise, whole, "end".getBytes())) {
      var seen = open(joined(cut, end));
      assertThat(seen.mapping().notes()).containsExactly(JPEG_END);
      assertThat(Pixels.rgb(seen)).isEqualTo(expected);
    }
    assertThat(open(joined(whole, noise)).mapping().notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJpegThatIsCutOffIsRefusedHoweverItIsFilledUp(boolean progressive) throws IOException {
    byte[] whole = jpeg(progressive);
    for (int percent : new int[] {5, 30, 60, 90, 98}) {
      byte[] cut = Arrays.copyOf(whole, whole.length * percent / 100);
      assertRefused(cut);
      assertRefused(Arrays.copyOf(cut, whole.length));
      byte[] ended =
          joined(Arrays.copyOf(cut, whole.length), new byte[] {(byte) 0xff, (byte) 0xd9});
      if (progressive) {
        assertRefusedOr("the last scans of this progressive JPEG are missing", ended);
      } else {
        assertRefused(ended);
      }
    }
    assertRefused(Arrays.copyOf(whole, whole.length - 12));
  }

  @Test
  void kindsOfJpegThatAreNotReadAreNamed() throws IOException {
    byte[] jpeg = jpeg(false);
    int frame = indexOf(jpeg, 0xc0);
    for (var kind :
        List.of(new int[] {0, 0xc3}, new int[] {0, 0xc9}, new int[] {0, 0xf7}, new int[] {3, 12})) {
      byte[] other = jpeg.clone();
      other[frame + kind[0]] = (byte) kind[1];
      assertThatThrownBy(() -> open(other))
          .isInstanceOf(ImageFileException.class)
          .hasMessageContaining("is a JPEG ")
          .hasMessageContaining(", which is not supported; save it as PNG or TIFF");
    }
  }

  private static int indexOf(byte[] jpeg, int marker) {
    int at = 0;
    while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != marker) {
      at++;
    }
    return at + 1;
  }

  @Test
  void jpegsBehindTheFirstAreNamed() throws IOException {
    byte[] whole = jpeg(false);
    assertThat(open(joined(whole, whole)).mapping().notes())
        .containsExactly("other JPEGs follow this one (as in MPO files); they were not analyzed");
  }

  @Test
  void aPngWithoutItsLastChunkIsReadWithANote() throws IOException {
    byte[] whole = encode(chelsea(), "png");
    var seen = open(Arrays.copyOf(whole, whole.length - 12));
    assertThat(seen.mapping().notes())
        .containsExactly("the file's end is missing (a PNG without its last chunk)");
    assertThat(Pixels.rgb(seen)).isEqualTo(Pixels.rgb(open(whole)));
    assertThat(open(whole).mapping().notes()).isEmpty();
    assertThat(open(joined(whole, new byte[100])).mapping().notes()).isEmpty();
    assertRefused(Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void aWrongChecksumOfAPngIsNoted() throws IOException {
    byte[] png = encode(chelsea(), "png");
    png[png.length - 14] ^= 0x55;
    assertThat(open(png).mapping().notes())
        .containsExactly("the checksum of its part IDAT is wrong: it was damaged or changed");
  }

  @Test
  void anAnimatedPngIsNamed() throws IOException {
    byte[] animation = ByteBuffer.allocate(8).putInt(3).putInt(0).array();
    byte[] png = TestFiles.withChunk(encode(chelsea(), "png"), "acTL", animation);
    assertThat(open(png).mapping().notes())
        .containsExactly("it is animated (APNG); only its first image was read");
  }

  @Test
  void aFaxWhoseRowsAreMissingIsRefusedOrNoted() throws IOException {
    var drawing = new BufferedImage(400, 300, BufferedImage.TYPE_BYTE_BINARY);
    var graphics = drawing.createGraphics();
    for (int i = 0; i < 40; i++) {
      graphics.drawOval(9 * i, 7 * i, 60, 40);
    }
    graphics.dispose();
    byte[] whole = TestFiles.tiff(drawing, "CCITT T.6");
    assertThat(open(whole).mapping().notes()).isEmpty();
    byte[] blank = whole.clone();
    Arrays.fill(blank, 8 + 500, 8 + 1500, (byte) 0); // the directory stands behind the code
    assertRefusedOr(FaxEnd.MISSING, blank);
  }

  @Test
  void theEndOfAFaxIsFoundAtEveryBit() {
    for (int shift = 0; shift < 8; shift++) {
      byte[] tail = ByteBuffer.allocate(8).putLong(0xabL << 56 | 0x001001L << shift).array();
      assertThat(FaxEnd.isIn(tail)).isTrue();
    }
    assertThat(FaxEnd.isIn(new byte[20])).isFalse();
    assertThat(FaxEnd.isIn(new byte[] {0, 0x10, 0x02, 0x55})).isFalse();
  }

  @Test
  void aGifWithoutItsLastByteIsReadWithANote() throws IOException {
    byte[] whole = encode(chelsea(), "gif");
    assertThat(open(whole).mapping().notes()).isEmpty();
    assertThat(open(Arrays.copyOf(whole, whole.length - 1)).mapping().notes())
        .containsExactly("the file's end is missing (a GIF without its last byte)");
    assertRefused(Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void aFrameThatIsCutOffIsNamed() throws IOException {
    byte[] whole =
        TestFiles.encode("gif", Collections.nCopies(3, new IIOImage(chelsea(), null, null)));
    assertThat(open(Arrays.copyOf(whole, whole.length * 5 / 6)).mapping().notes())
        .containsExactly("the file ends within its image 3, which was left out");
  }

  private static byte[] jpeg(boolean progressive) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var parameters = writer.getDefaultWriteParam();
    if (progressive) {
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    var bytes = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(chelsea(), null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[] start, byte[] end) {
    return ByteBuffer.allocate(start.length + end.length).put(start).put(end).array();
  }

  private RgbImage open(byte[] bytes) throws IOException {
    return ImageFile.open(Files.write(folder.resolve("picture"), bytes)).rgb();
  }

  private void assertRefusedOr(String note, byte[] bytes) throws IOException {
    try {
      assertThat(open(bytes).mapping().notes()).first().asString().contains(note);
    } catch (ImageFileException refused) {
      assertThat(refused).hasMessageEndingWith("; get a complete copy");
    }
  }

  private void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(ImageFileException.class)
        .hasMessageEndingWith("; get a complete copy");
  }
}
