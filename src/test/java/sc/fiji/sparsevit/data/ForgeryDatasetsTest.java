/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.data.ForgeryDataset.Pairing;
import sc.fiji.sparsevit.io.SkippedInput;

class ForgeryDatasetsTest {
  @TempDir Path folder;

  @Test
  void pairsByStemWhereStemsMatch() throws IOException {
    create("Tp/b.jpg", "Tp/a_1.jpg", "Tp/a.jpg", "Gt/a_gt.png", "Gt/a_1_gt.png", "Gt/b.png");
    create("Au/c.JPG", "Au/.DS_Store", "Au/Thumbs.db");

    var set = ForgeryDatasets.read(folder).get(0);

    assertThat(set.pairing()).isEqualTo(Pairing.STEM);
    assertThat(set.problems()).isEmpty();
    assertThat(set.images())
        .containsExactly(
            LabeledImage.forged(file("Tp/a.jpg"), file("Gt/a_gt.png")),
            LabeledImage.forged(file("Tp/a_1.jpg"), file("Gt/a_1_gt.png")),
            LabeledImage.forged(file("Tp/b.jpg"), file("Gt/b.png")),
            LabeledImage.authentic(file("Au/c.JPG")));
  }

  @Test
  void foldersMayBeLinks() throws IOException {
    create("elsewhere/c.png");
    Files.createSymbolicLink(file("Au"), file("elsewhere"));

    assertThat(ForgeryDatasets.read(folder).get(0).images())
        .containsExactly(LabeledImage.authentic(file("Au/c.png")));
  }

  @Test
  void pairsBySortedOrderWhereStemsDoNotMatch() throws IOException {
    create("Tp/1t.tif", "Tp/2t.tif", "Gt/1forged.tif", "Gt/2forged.tif");

    var set = ForgeryDatasets.read(folder).get(0);

    assertThat(set.pairing()).isEqualTo(Pairing.SORTED_ORDER);
    assertThat(set.images())
        .containsExactly(
            LabeledImage.forged(file("Tp/1t.tif"), file("Gt/1forged.tif")),
            LabeledImage.forged(file("Tp/2t.tif"), file("Gt/2forged.tif")));
  }

  @Test
  void whatLacksItsPartnerIsNamed() throws IOException {
    create("Tp/a.png", "Tp/b.png", "Tp/c.png", "Tp/notes.txt", "Gt/a.png", "Gt/x.png");

    var set = ForgeryDatasets.read(folder).get(0);

    assertThat(set.images()).hasSize(1);
    assertThat(set.problems())
        .containsExactly(
            SkippedInput.of(file("Tp/notes.txt"), "is not a supported image file"),
            SkippedInput.of(file("Tp/b.png"), "has no mask"),
            SkippedInput.of(file("Tp/c.png"), "has no mask"),
            SkippedInput.of(file("Gt/x.png"), "is a mask without an image"));
  }

  @Test
  void unpairableFoldersAreRefusedWithBothLists() throws IOException {
    create("Tp/a.png", "Tp/b.png", "Gt/x.png");

    assertThatThrownBy(() -> ForgeryDatasets.read(folder))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("Tp: 2 (a.png, b.png)")
        .hasMessageContaining("Gt: 1 (x.png)");
  }

  @Test
  void longListsAreCutShortInTheMessage() throws IOException {
    for (int i = 10; i < 40; i++) {
      create("Tp/" + i + ".png");
    }
    create("Gt/x.png");

    assertThatThrownBy(() -> ForgeryDatasets.read(folder))
        .hasMessageContaining("28.png, 29.png, and 10 more)");
  }

  @Test
  void readsListsRelativeToThemselves() throws IOException {
    create("images/a.png", "images/a_mask.png", "images/b.png", "images/d.png");
    var list =
        write(
            "sets/list.json",
            """
            [["../images/a.png", "../images/a_mask.png"], ["../images/b.png", "Negative"],
             ["../images/missing.png", "Negative"], ["../images/d.png", "gone.png"]]\
            """);

    var set = ForgeryDatasets.read(list).get(0);

    assertThat(set.pairing()).isEqualTo(Pairing.LIST);
    assertThat(set.images()).extracting(LabeledImage::isForged).containsExactly(true, false);
    assertThat(set.problems())
        .extracting(problem -> Path.of(problem.input()).getFileName() + " " + problem.reason())
        .containsExactly(
            "missing.png does not exist",
            "d.png has no mask: " + list.resolveSibling("gone.png") + " does not exist");
  }

  @Test
  void aBalancedListHoldsSeveralSets() throws IOException {
    create("one/Au/a.png", "b.png");
    write("list.json", "[[\"b.png\", \"Negative\"]]");
    var balanced =
        write("balanced.json", "[[\"ManiDataset\", \"one\"], [\"JsonDataset\", \"list.json\"]]");

    assertThat(ForgeryDatasets.read(balanced))
        .extracting(ForgeryDataset::location)
        .containsExactly(file("one"), file("list.json"));
  }

  @Test
  void imagesAndDataSetsDoNotMixInOneList() throws IOException {
    create("one/Au/a.png", "b.png");
    var mixed = write("mixed.json", "[[\"ManiDataset\", \"one\"], [\"b.png\", \"Negative\"]]");

    assertThatThrownBy(() -> ForgeryDatasets.read(mixed))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("\"b.png\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[[\"a.png\"]]", "[[\"a\", null]]", "[null]", "not json", "[1]"})
  void otherFilesAreRefused(String content) throws IOException {
    var list = write("list.json", content);

    assertThatThrownBy(() -> ForgeryDatasets.read(list))
        .isInstanceOf(DatasetException.class)
        .hasMessageStartingWith(list + " is not a JSON list of pairs");
  }

  @Test
  void emptyAndUnknownFoldersAreRefused() throws IOException {
    assertThatThrownBy(() -> ForgeryDatasets.read(folder))
        .hasMessageContaining("neither a folder Tp");
    Files.createDirectories(file("Au"));
    assertThatThrownBy(() -> ForgeryDatasets.read(folder)).hasMessageContaining("no images");
    Files.createDirectories(file("Tp"));
    assertThatThrownBy(() -> ForgeryDatasets.read(folder)).hasMessageContaining("no folder Gt");
    assertThatThrownBy(() -> ForgeryDatasets.read(file("nowhere")))
        .hasMessageContaining("does not exist");
  }

  @Test
  void authenticImagesAreFoundInFoldersOfFolders() throws IOException {
    create("2023/a.png", "2024/may/b.jpg", "2024/notes.txt");

    var set = ForgeryDatasets.readAuthentic(folder);

    assertThat(set.images())
        .containsExactly(
            LabeledImage.authentic(file("2023/a.png")),
            LabeledImage.authentic(file("2024/may/b.jpg")));
    assertThat(set.problems()).hasSize(1);
    assertThatThrownBy(() -> ForgeryDatasets.readAuthentic(file("2023/a.png")))
        .isInstanceOf(DatasetException.class);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void create(String... names) throws IOException {
    for (String name : names) {
      write(name, "");
    }
  }

  private Path write(String name, String content) throws IOException {
    Files.createDirectories(file(name).getParent());
    return Files.writeString(file(name), content);
  }
}
