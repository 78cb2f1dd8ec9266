/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.io.SkippedInput;

class OfficeSourceTest {
  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
          + "</Relationships>";

  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @TempDir Path folder;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  @Test
  void aPresentationsPicturesAreThereOnceWithTheirSlides() throws IOException {
    add("[Content_Types].xml", "<Types/>");
    add("ppt/presentation.xml", "<p xmlns:r=\"r\"><s r:id=\"rId2\"/><s r:id=\"rId1\"/></p>");
    add(
        "ppt/_rels/presentation.xml.rels",
        related("rId1", "slide", "slides/slide1.xml", "")
            + related("rId2", "slide", "slides/slide2.xml", ""));
    add("ppt/slides/slide1.xml", "<p xmlns:r=\"r\"><b r:embed=\"a\"/><b r:embed=\"b\"/></p>");
    add(
        "ppt/slides/_rels/slide1.xml.rels",
        related("b", "image", "../media/image1.png", "")
            + related("a", "image", "../media/image2.png", ""));
    add("ppt/slides/slide2.xml", "<p xmlns:r=\"r\"><b r:embed=\"c\"/><b r:link=\"d\"/></p>");
    add(
        "ppt/slides/_rels/slide2.xml.rels",
        related("c", "image", "/ppt/media/image1.png", "")
            + related("d", "image", "file:///C:/gel.tif", "External"));
    files.put("ppt/media/image1.png", png(40, 30));
    files.put("ppt/media/image2.png", png(50, 20));
    files.put("ppt/media/image3.png", png(60, 10));
    add("ppt/media/image4.emf", "a metafile");

    try (var source = PictureSource.open(written("talk.pptx"), 0)) {
      assertThat(source.pictures())
          .extracting(InputPicture::name)
          .containsExactly("-p001-i01", "-p002-i01", "-p000-i01");
      assertThat(source.pictures())
          .extracting(InputPicture::part)
          .containsExactly("slide 1, image 1", "slide 2, image 1", "image 1");
      assertThat(source.pictures().get(0).page()).isEqualTo(1);
      assertThat(source.pictures().get(0).decoding().decode().image().width()).isEqualTo(40);
      assertThat(source.pictures().get(1).decoding().decode().image().width()).isEqualTo(50);
      assertThat(source.problems())
          .extracting(SkippedInput::reason)
          .anyMatch(reason -> reason.contains("'file:///C:/gel.tif', which is not in the file"))
          .anyMatch(reason -> reason.contains("is a drawing"))
          .hasSize(2);
    }
  }

  @Test
  void aTextsPicturesAreThereInItsOrder() throws IOException {
    add("[Content_Types].xml", "<Types/>");
    add("word/document.xml", "<w xmlns:r=\"r\"><b r:embed=\"x\"/><b r:embed=\"y\"/></w>");
    add(
        "word/_rels/document.xml.rels",
        related("y", "image", "media/image1.png", "")
            + related("x", "image", "media/image9.png", ""));
    files.put("word/media/image1.png", png(40, 30));
    files.put("word/media/image9.png", png(50, 20));

    try (var source = PictureSource.open(written("manuscript.docx"), 0)) {
      assertThat(source.problems()).isEmpty();
      assertThat(source.pictures()).hasSize(2);
      assertThat(source.pictures().get(0).page()).isNull();
      assertThat(source.pictures().get(0).decoding().decode().image().width()).isEqualTo(50);
      assertThat(source.pictures().get(1).decoding().decode().image().width()).isEqualTo(40);
    }
  }

  @Test
  void aBooksPicturesAreLookedAt() throws IOException {
    add("mimetype", "application/epub+zip");
    add("META-INF/container.xml", "<container/>");
    add("OEBPS/chapter.xhtml", "<html/>");
    files.put("OEBPS/images/figure.png", png(40, 30));

    try (var source = PictureSource.open(written("book.epub"), 0)) {
      assertThat(source.pictures()).hasSize(1);
      assertThat(source.problems()).isEmpty();
    }
  }

  @Test
  void aDamagedPictureIsNamedAndTheOthersAreLookedAt() throws IOException {
    add("[Content_Types].xml", "<Types/>");
    add("word/document.xml", "<w/>");
    add("word/media/image1.png", "no picture");
    files.put("word/media/image2.png", png(50, 20));

    try (var source = PictureSource.open(written("manuscript.docx"), 0)) {
      assertThat(source.pictures()).hasSize(1);
      assertThat(source.problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.part()).isEqualTo("image 1"));
    }
  }

  @Test
  void anEncryptedDocumentSaysSo() throws IOException {
    var file = folder.resolve("secret.docx");
    Files.write(file, compound("EncryptedPackage"));

    assertThatThrownBy(() -> PictureSource.open(file, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("encrypted")
        .hasMessageContaining("without a password");
  }

  @Test
  void aDocumentOfTheOldFormatSaysWhatToDo() throws IOException {
    var file = folder.resolve("old.doc");
    Files.write(file, compound("WordDocument"));

    assertThatThrownBy(() -> PictureSource.open(file, 0)).hasMessageContaining("save it as .docx");
  }

  @Test
  void halfADocumentIsDamaged() throws IOException {
    add("[Content_Types].xml", "<Types/>");
    files.put("word/media/image2.png", png(50, 20));
    var file = written("half.docx");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> PictureSource.open(file, 0))
        .hasMessageContaining("get a complete copy");
  }

  @Test
  void entitiesOfADocumentAreNotFollowed() throws IOException {
    add("[Content_Types].xml", "<Types/>");
    add("word/document.xml", "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w>&a;</w>");
    add("word/_rels/document.xml.rels", related("x", "image", "media/image1.png", ""));

    assertThatThrownBy(() -> PictureSource.open(written("hostile.docx"), 0))
        .hasMessageContaining("document.xml in it is damaged");
  }

  private void add(String name, String text) {
    var content = name.endsWith(".rels") ? RELATIONSHIPS.formatted(text) : text;
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String related(String id, String type, String target, String mode) {
    return "<Relationship Id=\"%s\" Type=\"%s%s\" Target=\"%s\"%s/>"
        .formatted(id, TYPE, type, target, mode.isEmpty() ? "" : " TargetMode=\"" + mode + "\"");
  }

  private Path written(String name) throws IOException {
    var file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return file;
  }

  private static byte[] compound(String stream) {
    var bytes = new byte[2048];
    byte[] magic = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    System.arraycopy(magic, 0, bytes, 0, 4);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, bytes, 1024, name.length);
    return bytes;
  }

  private static byte[] png(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
