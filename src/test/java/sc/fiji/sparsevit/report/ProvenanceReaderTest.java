/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.image.ChannelMapping;

class ProvenanceReaderTest {
  @TempDir Path folder;

  private static byte[] jpeg(int quality) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality / 100f);
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      var image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    return bytes.toByteArray();
  }

  private Provenance read(byte[] bytes) throws IOException {
    return ProvenanceReader.read(Files.write(folder.resolve("file"), bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 50, 75, 90, 98})
  void theQualityOfAJpegIsFoundInItsTables(int quality) throws IOException {
    var from = read(jpeg(quality));
    assertThat(from.format()).isEqualTo("JPEG");
    assertThat(from.jpegQuality()).isEqualTo(quality);
    assertThat(from.standardTables()).isTrue();
    assertThat(from.quantization()).hasSize(2).allSatisfy(table -> assertThat(table).hasSize(64));
    assertThat(from.software()).isNull();
    assertThat(from.thumbnail()).isNull();
  }

  @Test
  void tablesStandRowByRow() throws IOException {
    // The first row of the standard luminance table, which quality 50 leaves as it is.
    assertThat(read(jpeg(50)).quantization().get(0))
        .startsWith(16, 11, 10, 16, 24, 40, 51, 61, 12, 12);
  }

  @Test
  void changedTablesAreNotStandard() throws IOException {
    var bytes = jpeg(75);
    int table = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00db");
    bytes[table + 20] += 9;
    assertThat(read(bytes).standardTables()).isFalse();
    assertThat(read(bytes).jpegQuality()).isBetween(70, 80);
  }

  @Test
  void softwareAndThumbnailOfExifAreFound() throws IOException {
    var thumbnail = jpeg(30);
    var from = read(withExif(jpeg(80), "Editor <b>1.0", thumbnail));
    assertThat(from.software()).isEqualTo("Editor <b>1.0");
    assertThat(from.thumbnail()).startsWith("data:image/jpeg;base64,");
    var bytes = Base64.getDecoder().decode(from.thumbnail().substring(23));
    assertThat(bytes).isEqualTo(thumbnail);
  }

  @Test
  void aThumbnailThatLiesOutsideOfItsSegmentIsNone() throws IOException {
    var bytes = withExif(jpeg(80), "Editor", jpeg(30));
    var cut = bytes.clone();
    // The length, which is the last entry of the second directory.
    int length = new String(cut, StandardCharsets.ISO_8859_1).indexOf("\u0002\u0002\0\u0004") + 8;
    cut[length] = 0x7f;
    assertThat(read(cut).thumbnail()).isNull();
    assertThat(read(cut).software()).isEqualTo("Editor");
  }

  @Test
  void softwareAndProfileNameOfAPngAreFound() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
    var png = bytes.toByteArray();
    int afterHeader = 33;
    var changed = new ByteArrayOutputStream();
    changed.write(png, 0, afterHeader);
    changed.write(chunk("iCCP", "My profile\0\0not unpacked"));
    changed.write(chunk("tEXt", "Software\0Painter"));
    changed.write(png, afterHeader, png.length - afterHeader);
    var from = read(changed.toByteArray());
    assertThat(from.format()).isEqualTo("PNG");
    assertThat(from.software()).isEqualTo("Painter");
    assertThat(from.colorProfile()).isEqualTo("My profile");
  }

  @Test
  void keysInRecordsStayAsTheyWereAtFirst() {
    var json = Json.EMBEDDED.toJson(new Provenance("JPEG", 90, true, List.of(), "", "", "sRGB"));

    assertThat(json).contains("\"quantisation\":", "\"colour_profile\":");
    assertThat(Json.EMBEDDED.toJson(ChannelMapping.Lookup.COLOR)).isEqualTo("\"COLOUR\"");
  }

  @Test
  void damagedOrUnknownBytesSayNothing() throws IOException {
    assertThat(read("no picture".getBytes())).isEqualTo(Provenance.unknown(null));
    assertThat(read(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2}).jpegQuality())
        .isNull();
  }

  private static byte[] chunk(String type, String data) {
    var content = (type + data).getBytes(StandardCharsets.ISO_8859_1);
    var check = new CRC32();
    check.update(content);
    return ByteBuffer.allocate(content.length + 8)
        .putInt(content.length - 4)
        .put(content)
        .putInt((int) check.getValue())
        .array();
  }

  /** Two directories, of the image and of its thumbnail, as cameras write them. */
  private static byte[] withExif(byte[] jpeg, String software, byte[] thumbnail) {
    var name = (software + "\0").getBytes(StandardCharsets.ISO_8859_1);
    int first = 8;
    int text = first + 2 + 12 + 4;
    int second = text + name.length;
    int data = second + 2 + 3 * 12 + 4;
    var exif = ByteBuffer.allocate(data + thumbnail.length);
    exif.put("MM".getBytes()).putShort((short) 42).putInt(first);
    exif.putShort((short) 1);
    entry(exif, 0x131, 2, name.length, text);
    exif.putInt(second).put(name);
    exif.putShort((short) 3);
    entry(exif, 0x103, 3, 1, 6 << 16);
    entry(exif, 0x201, 4, 1, data);
    entry(exif, 0x202, 4, 1, thumbnail.length);
    exif.putInt(0).put(thumbnail);
    var start = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    int length = 2 + start.length + exif.capacity();
    return ByteBuffer.allocate(jpeg.length + 2 + length)
        .put(jpeg, 0, 2)
        .put((byte) 0xff)
        .put((byte) 0xe1)
        .putShort((short) length)
        .put(start)
        .put(exif.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
    exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
