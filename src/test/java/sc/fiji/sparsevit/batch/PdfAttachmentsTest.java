/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfAttachmentsTest {
  @TempDir Path folder;

  @Test
  void aPictureInAPortfolioIsLookedAt() throws IOException {
    var file = Path.of("src/test/resources/cases/pdf_portfolio_with_png_attachment.pdf");
    try (var source = PictureSource.open(file, 0)) {
      assertThat(source.problems()).isEmpty();
      assertThat(source.pictures()).hasSize(1);
      var picture = source.pictures().get(0);
      assertThat(picture.name()).isEqualTo("-a01");
      assertThat(picture.part()).startsWith("attachment '").contains(".png'");
      assertThat(picture.page()).isNull();
      var decoded = picture.decoding().decode();
      assertThat(decoded.image().width()).isEqualTo(200);
      assertThat(decoded.image().height()).isEqualTo(150);
      assertThat(decoded.provenance().format()).isEqualTo("PNG");
    }
  }

  @Test
  void anAttachmentOnAPageIsFoundWithThePage() throws IOException {
    var file =
        save(
            document -> {
              var annotation = new PDAnnotationFileAttachment();
              annotation.setFile(specification(document, "photo.png", png(120)));
              annotation.setRectangle(new PDRectangle(10, 10));
              document.getPage(0).getAnnotations().add(annotation);
              document
                  .getPage(0)
                  .getCOSObject()
                  .setItem(COSName.ANNOTS, array(annotation.getCOSObject()));
            });
    try (var source = PictureSource.open(file, 0)) {
      assertThat(source.pictures())
          .extracting(InputPicture::part)
          .containsExactly("page 1, attachment 'photo.png'");
      assertThat(source.pictures().get(0).page()).isEqualTo(1);
    }
  }

  @Test
  void whatIsAttachedToAPdfInThePdfIsLookedAtToo() throws IOException {
    byte[] inner =
        bytes(
            document -> {
              attach(document, Map.of("inner.png", png(50)));
              draw(document);
            });
    var file = save(document -> attach(document, Map.of("inner.pdf", inner)));
    try (var source = PictureSource.open(file, 0)) {
      assertThat(source.problems()).isEmpty();
      assertThat(source.pictures())
          .extracting(InputPicture::name)
          .containsExactly("-a01-p001-i01", "-a01-a01");
      assertThat(source.pictures())
          .extracting(InputPicture::part)
          .containsExactly(
              "attachment 'inner.pdf', page 1, image 1",
              "attachment 'inner.pdf', attachment 'inner.png'");
      assertThat(source.pictures().get(1).decoding().decode().image().width()).isEqualTo(32);
    }
  }

  @Test
  void filesInFilesInFilesAreNamed() throws IOException {
    byte[] document = bytes(innermost -> attach(innermost, Map.of("a.png", png(50))));
    for (int i = 0; i < 3; i++) {
      byte[] inner = document;
      document = bytes(outer -> attach(outer, Map.of("b.pdf", inner)));
    }
    try (var source = PictureSource.open(Files.write(folder.resolve("c.pdf"), document), 0)) {
      assertThat(source.pictures()).isEmpty();
      assertThat(source.problems())
          .extracting(problem -> problem.part() + ": " + problem.reason())
          .containsExactly(
              "attachment 'b.pdf', attachment 'b.pdf', attachment 'b.pdf':"
                  + " is inside a file within a file; save it separately and screen that file");
    }
  }

  @Test
  void whatIsNoPictureIsNamedWithoutThePlaceWhereItWasUnpacked() throws IOException {
    byte[] table = "a,b".getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(png(90), 60);
    var file = save(document -> attach(document, Map.of("1.csv", table, "2.png", cut)));
    try (var source = PictureSource.open(file, 0)) {
      assertThat(source.problems()).hasSize(1);
      assertThat(source.problems().get(0).part()).isEqualTo("attachment '1.csv'");
      assertThat(source.problems().get(0).reason()).startsWith("is not a P");
      var decoding = source.pictures().get(0).decoding();
      assertThatThrownBy(decoding::decode)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("cannot be read as PNG");
    }
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws IOException {
    var file = save(document -> attach(document, Map.of("photo.png", png(120))));
    var before = temporary();
    try (var source = PictureSource.open(file, 0)) {
      assertThat(source.pictures()).hasSize(1);
    }
    assertThat(temporary()).isEqualTo(before);
  }

  private static List<Path> temporary() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("sparsevit-"))
          .sorted()
          .toList();
    }
  }

  /** Puts something into a document of one page. */
  private interface Attaching {
    void into(PDDocument document) throws IOException;
  }

  private Path save(Attaching putting) throws IOException {
    return Files.write(folder.resolve("paper.pdf"), bytes(putting));
  }

  private static byte[] bytes(Attaching putting) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = Samples.pdf(1, (pdf, page, index) -> {})) {
      putting.into(document);
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  private static void draw(PDDocument document) throws IOException {
    try (var page = new PDPageContentStream(document, document.getPage(0))) {
      page.drawImage(Samples.lossless(document, 9, 7, 1), 0, 0);
    }
  }

  private static byte[] png(int green) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(Samples.square(32, 24, green), "png", bytes);
    return bytes.toByteArray();
  }

  private static void attach(PDDocument document, Map<String, byte[]> files) throws IOException {
    var named = new TreeMap<String, PDComplexFileSpecification>();
    for (var file : new TreeMap<>(files).entrySet()) {
      named.put(file.getKey(), specification(document, file.getKey(), file.getValue()));
    }
    var tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(named);
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
  }

  private static PDComplexFileSpecification specification(
      PDDocument document, String name, byte[] content) throws IOException {
    var specification = new PDComplexFileSpecification();
    specification.setFile(name);
    specification.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(content)));
    return specification;
  }

  private static COSArray array(COSBase item) {
    var array = new COSArray();
    array.add(item);
    return array;
  }
}
