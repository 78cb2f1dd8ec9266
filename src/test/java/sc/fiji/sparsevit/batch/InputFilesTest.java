/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void resultsOfAScreeningAreNoInputs() throws IOException {
    file("a.png");
    file("results/a_overlay.png");
    new Journal(folder.resolve("results")).create();
    assertThat(found(InputPatterns.ALL)).containsExactly("a.png");
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
