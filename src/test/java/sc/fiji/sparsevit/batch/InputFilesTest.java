/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.io.SkippedInput;

class InputFilesTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(temporary.toRealPath().resolve("figures"));
  }

  private Path file(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  private List<String> found(InputPatterns patterns) {
    return InputFiles.find(List.of(folder), patterns).files().stream()
        .map(path -> folder.relativize(path).toString())
        .toList();
  }

  @Test
  void foldersGiveTheirPicturesAndPdfsAllTheWayDown() throws IOException {
    file("b.PNG");
    file("deep/er/a.jpg");
    file("paper.pdf");
    file("notes.odt");
    file(".hidden.png");
    assertThat(found(InputPatterns.ALL)).containsExactly("b.PNG", "deep/er/a.jpg", "paper.pdf");
  }

  @Test
  void whyAFolderGivesNothingIsSaid() throws IOException {
    var picture = file("b.png");
    var empty = Files.createDirectories(folder.resolveSibling("empty"));

    assertThat(reasons(new InputPatterns(List.of("*.jpg"), List.of("x*")), folder))
        .containsExactly(
            "contains no images or documents that match these patterns: include *.jpg, exclude x*");
    assertThat(reasons(InputPatterns.ALL, empty))
        .containsExactly("contains no images or documents");
    assertThat(reasons(InputPatterns.ALL, picture, folder))
        .containsExactly("contains only images and documents that other inputs contain, too");
  }

  private static List<String> reasons(InputPatterns patterns, Path... inputs) {
    return InputFiles.find(List.of(inputs), patterns).problems().stream()
        .map(SkippedInput::reason)
        .toList();
  }

  @Test
  void aPictureIsFoundByItsContentIfItsNameSaysNothing() throws IOException {
    Samples.png(folder.resolve("a.png"), 250);
    Files.move(folder.resolve("a.png"), folder.resolve("figure 1"));
    Files.writeString(folder.resolve("paper.ai"), "%PDF-1.5");
    zip("supplement.xlsx", "[Content_Types].xml", "xl/media/image1.png");
    zip("table.xlsx", "[Content_Types].xml", "xl/workbook.xml");
    file("notes.txt");
    var found = InputFiles.find(List.of(folder), InputPatterns.ALL);
    assertThat(found.files())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("figure 1", "paper.ai", "supplement.xlsx");
    assertThat(found.problems()).isEmpty();
  }

  @Test
  void everyFileThatMayHoldPicturesAndIsNotReadIsNamed() throws IOException {
    Files.write(folder.resolve("a.webp"), bytes("RIFF\1\2\3\4WEBPVP8 "));
    Files.write(folder.resolve("b"), bytes("\0\0\0\30ftypheic\0\0"));
    Files.write(folder.resolve("c.bin"), bytes("\0\0\0\fjP  \r\n\u0087\n"));
    file("d.PSD");
    file("e.nef");
    file("f.czi");
    file("g.doc");
    file("h.odt");
    file("i.svg");
    file("j.rar");
    zip("k.zip", "figures/fig1.tif");
    zip("RoiSet.zip", "0001-0001.roi");
    file("l.xml");
    var found = InputFiles.find(List.of(folder), InputPatterns.ALL);
    assertThat(found.files()).isEmpty();
    assertThat(found.problems())
        .extracting(problem -> Path.of(problem.input()).getFileName() + " " + problem.reason())
        .containsExactlyInAnyOrder(
            "a.webp is a WebP image, which is not read here; save it as PNG",
            "b is an HEIF or AVIF image, which is not read here; save it as PNG",
            "c.bin is a JPEG 2000 image, which is not read here; save it as PNG",
            "d.PSD is a Photoshop file, which is not read here; save it as TIFF",
            "e.nef is a camera's raw file, which is not read here; save it as TIFF",
            "f.czi is a microscope's file, which is not read here; open it in Fiji and save it as"
                + " TIFF",
            "g.doc is a document in the format from before 2007, which is not read here; save it"
                + " as .docx or .pptx",
            "h.odt is a document of another program, which is not read here; save it as PDF",
            "i.svg is an SVG drawing, which is not read here; save it as PDF",
            "j.rar is an archive, which is not read here; unpack it and screen the folder",
            "k.zip is an archive, which is not read here; unpack it and screen the folder");
  }

  @Test
  void whoChoosesByPatternIsToldOfNothingElse() throws IOException {
    file("a.webp");
    file("b.tif");
    assertThat(InputFiles.find(List.of(folder), new InputPatterns(List.of("*.tif"), List.of())))
        .isEqualTo(new InputFiles(List.of(folder.resolve("b.tif")), List.of(), 0));
    assertThat(InputFiles.find(List.of(folder), new InputPatterns(List.of(), List.of("*.webp"))))
        .isEqualTo(new InputFiles(List.of(folder.resolve("b.tif")), List.of(), 0));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void zip(String name, String... entries) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      for (var entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
      }
    }
  }

  @Test
  void patternsChooseByNameOrByPath() throws IOException {
    file("a.png");
    file("a_mask.png");
    file("sub/b.png");
    file("sub/c.img");
    assertThat(found(new InputPatterns(List.of("*.png"), List.of("*_mask.png"))))
        .containsExactly("a.png", "sub/b.png");
    assertThat(found(new InputPatterns(List.of("sub/**"), List.of())))
        .containsExactly("sub/b.png", "sub/c.img");
  }

  @Test
  void aPatternThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new InputPatterns(List.of("{a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{a");
  }

  @Test
  void linksAreFollowedAndCirclesNamed() throws IOException {
    file("sub/a.png");
    Files.createSymbolicLink(folder.resolve("sub/circle"), folder);
    var elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("b.png"), "x");
    Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    var inputs = InputFiles.find(List.of(folder), InputPatterns.ALL);
    assertThat(inputs.files())
        .containsExactly(folder.resolve("link/b.png"), folder.resolve("sub/a.png"));
    assertThat(inputs.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.input()).endsWith("circle"))
        .satisfies(problem -> assertThat(problem.reason()).contains("link"));
  }

  @Test
  void aFolderThatIsGoneIsNamedAndTheOthersAreThere() throws IOException {
    file("a.png");
    var gone = temporary.resolve("gone");
    var inputs = InputFiles.find(List.of(gone, folder), InputPatterns.ALL);
    assertThat(inputs.files()).containsExactly(gone.toAbsolutePath(), folder.resolve("a.png"));
  }

  @Test
  void anEmptyFolderIsNamed() {
    var inputs = InputFiles.find(List.of(folder), InputPatterns.ALL);
    assertThat(inputs.problems())
        .singleElement()
        .extracting(p -> p.input())
        .isEqualTo(folder.toString());
  }

  @Test
  void whatWeWroteIsPassedOverAndCounted() throws IOException {
    file("a.png");
    var files = write("a");
    file("results/.sparsevit/a.gray.png");
    Files.createDirectories(folder.resolve("results"));
    Files.copy(files.overlay(), folder.resolve("results/own_overlay.png"));

    var found = InputFiles.find(List.of(folder), InputPatterns.ALL);

    assertThat(found.files())
        .containsExactly(folder.resolve("a.png"), folder.resolve("results/own_overlay.png"));
    assertThat(found.problems()).isEmpty();
    assertThat(found.results()).isEqualTo(3);
  }

  @Test
  void whatWeWroteIsPassedOverInListsAndAmongFilesNamedTogether() throws IOException {
    var picture = file("a.png");
    var files = write("a");
    var list = Files.writeString(folder.resolve("list.txt"), "a.png\na_overlay.png\na.json\n");

    assertThat(InputFiles.find(List.of(list), InputPatterns.ALL))
        .isEqualTo(new InputFiles(List.of(picture), List.of(), 2));
    assertThat(
            InputFiles.find(List.of(picture, files.mask(), files.regionsCsv()), InputPatterns.ALL))
        .isEqualTo(new InputFiles(List.of(picture), List.of(), 2));
  }

  @Test
  void whatWeWroteIsAnInputWhereNothingElseIsNamed() throws IOException {
    var files = write("a");

    assertThat(InputFiles.find(List.of(files.overlay()), InputPatterns.ALL))
        .isEqualTo(new InputFiles(List.of(files.overlay()), List.of(), 0));
  }

  @Test
  void aFolderThatHoldsOnlyWhatWeWroteIsNamed() throws IOException {
    write("a");

    assertThat(reasons(InputPatterns.ALL, folder))
        .containsExactly("contains no images or documents but those that SparseViT wrote");
  }

  /** What is written of one input. */
  private OutputFiles write(String stem) throws IOException {
    var files = new OutputFiles(folder, stem);
    MadeFinding.write(files);
    return files;
  }

  @Test
  void aTextListsFilesAndFoldersBesideIt() throws IOException {
    file("a.png");
    file("sub/b.png");
    var list = temporary.toRealPath().resolve("list.txt");
    Files.writeString(list, "\ufeff# two\nfigures/a.png\n\nfigures/sub\nfigures/a.png\n");
    assertThat(InputFiles.find(List.of(list), InputPatterns.ALL).files())
        .containsExactly(folder.resolve("a.png"), folder.resolve("sub/b.png"));
  }

  @Test
  void aCsvListsFilesInItsNamedOrFirstColumn() throws IOException {
    var named = temporary.toRealPath().resolve("named.csv");
    Files.writeString(named, "id,Path\r\n1,\"a, b.png\"\r\n2,c.png\r\n");
    assertThat(InputFiles.find(List.of(named), InputPatterns.ALL).files())
        .containsExactly(named.resolveSibling("a, b.png"), named.resolveSibling("c.png"));
    var bare = temporary.toRealPath().resolve("bare.csv");
    Files.writeString(bare, "a.png,1\nb.png,2\n");
    assertThat(InputFiles.find(List.of(bare), InputPatterns.ALL).files())
        .containsExactly(bare.resolveSibling("a.png"), bare.resolveSibling("b.png"));
  }
}
