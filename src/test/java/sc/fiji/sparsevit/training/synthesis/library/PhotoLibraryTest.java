/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    var library = PhotoLibrary.open(List.of(folder));
    var random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      assertThat(library.any(random).width()).isEqualTo(360);
    }
    assertThat(library.unusable()).containsExactly(damaged);
  }

  @Test
  void foldersWithoutPhotographsAreRefusedInASentence() {
    assertThatThrownBy(() -> PhotoLibrary.open(List.of(folder)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("give folders");
  }

  @Test
  void smallCacheGivesTheSamePixels() throws IOException {
    var none = PhotoLibrary.open(List.of(TestPhotos.folder()), 1);
    var all = TestPhotos.open();
    for (int i = 0; i < 5; i++) {
      var a = none.any(new SplittableRandom(i)).pixels().samples();
      assertThat(a).isEqualTo(all.any(new SplittableRandom(i)).pixels().samples());
    }
  }
}
