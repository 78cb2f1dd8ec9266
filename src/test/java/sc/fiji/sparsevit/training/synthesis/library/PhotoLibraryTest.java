/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.training.synthesis.TestPhotos;

class PhotoLibraryTest {

  @TempDir private Path folder;

  @Test
  void masksBelongToThePhotographTheyAreNamedAfter() throws IOException {
    var library = TestPhotos.open();
    assertThat(library.size()).isEqualTo(4);
    assertThat(library.sizeWithObjects()).isEqualTo(2);
    var random = new SplittableRandom(1);
    var photo = library.anyWithObjects(random);
    var object = library.anyObject(photo, random);
    assertThat(object.area()).isBetween(1000.0, 20000.0);
    assertThat(object.x() + object.opacity().width()).isLessThan(photo.width());
  }

  @Test
  void whatCannotBeReadIsPassedOverAndNamed() throws IOException {
    var damaged = Files.writeString(folder.resolve("damaged.jpg"), "not a picture");
    for (String name : List.of("coffee.jpg", "rocket.jpg")) {
      Files.copy(TestPhotos.folder().resolve(name), folder.resolve(name));
    }
    var notes = new ArrayList<String>();
    var library = PhotoLibrary.open(List.of(folder), new SkippedFiles(notes::add));
    var random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      assertThat(library.any(random).width()).isEqualTo(360);
    }
    assertThat(notes).singleElement().asString().contains(damaged.toString(), "not a PNG");
  }

  @Test
  void foldersWithoutPhotographsAreRefusedInASentence() {
    assertThatThrownBy(() -> PhotoLibrary.open(List.of(folder), new SkippedFiles(note -> {})))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("choose folders");
  }

  @Test
  void smallCacheGivesTheSamePixels() throws IOException {
    var none = PhotoLibrary.open(List.of(TestPhotos.folder()), 1, new SkippedFiles(note -> {}));
    var all = TestPhotos.open();
    for (int i = 0; i < 5; i++) {
      var a = none.any(new SplittableRandom(i)).pixels().samples();
      assertThat(a).isEqualTo(all.any(new SplittableRandom(i)).pixels().samples());
    }
  }

  @Test
  void ofForgedImagesOnlyWhatWasForgedIsUsed() throws IOException {
    var photos = TestPhotos.open();
    var coffee =
        Files.copy(TestPhotos.folder().resolve("coffee.jpg"), folder.resolve("forged.jpg"));
    var mask = folder.resolve("forged_mask.png");
    var white = new BufferedImage(360, 240, BufferedImage.TYPE_BYTE_GRAY);
    white.getRaster().setSample(50, 60, 0, 255);
    white.getRaster().setSample(59, 69, 0, 255);
    ImageIO.write(white, "png", mask.toFile());
    var library = photos.with(folder, List.of(), Map.of(coffee, mask));

    assertThat(library.size()).isEqualTo(photos.size());
    var random = new SplittableRandom(1);
    int used = 0;
    for (int i = 0; i < 60; i++) {
      assertThat(library.any(random).origin()).isNotEqualTo(folder);
      var donor = library.anyDonor(random);
      if (donor.origin().equals(folder)) {
        var object = library.anyObject(donor, random);
        assertThat(object.bounds()).isEqualTo(new Rectangle(50, 60, 10, 10));
        used++;
      }
    }
    assertThat(used).isPositive();
  }

  @Test
  void authenticImagesOfDataSetsArePhotographsOfTheirOwnOrigin() throws IOException {
    var file = Files.copy(TestPhotos.folder().resolve("rocket.jpg"), folder.resolve("a.jpg"));
    var other = Files.copy(TestPhotos.folder().resolve("coffee.jpg"), folder.resolve("b.jpg"));
    var photos = TestPhotos.open();
    var library = photos.with(folder, List.of(file, other), Map.of());

    assertThat(library.size()).isEqualTo(photos.size() + 2);
    var random = new SplittableRandom(1);
    var photo = library.any(random);
    while (!photo.origin().equals(folder)) {
      photo = library.any(random);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(library.beside(photo).any(random).origin()).isEqualTo(folder);
    }
  }

  @Test
  void smallFoldersAreDrawnByTheSquareRootOfTheirSize() {
    var all = IntStream.range(0, 110).boxed().toList();
    var drawer = new Drawer<>(all, i -> i < 100);
    var random = new SplittableRandom(1);
    long few = IntStream.range(0, 4000).filter(i -> drawer.draw(random) >= 100).count();
    double expected = Math.sqrt(10) / (Math.sqrt(10) + Math.sqrt(100));
    assertThat(few / 4000.0).isCloseTo(expected, within(0.03));
  }
}
