/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class PreparedPictureTest {

  private static final LocalizationOptions OPTIONS =
      LocalizationOptions.defaults().withCopies(EvidenceSearch.ON);

  private static RgbImage rocket;

  @BeforeAll
  static void read() throws Exception {
    rocket = ImageFile.open(Path.of("sample-images/copy-move-rocket.png")).rgb();
  }

  @Test
  void aPicturePreparedBeforeTheModelIsOpenHasTheSameMapAndCopies() throws Exception {
    try (var early = PreparedPicture.of(rocket, OPTIONS);
        var localizer = ManipulationLocalizer.open("lite")) {
      var found = localizer.localize(early, ProgressListener.NONE);
      var later = localizer.localize(rocket, OPTIONS, ProgressListener.NONE);

      assertThat(found.map().getPixels()).isEqualTo(later.map().getPixels());
      assertThat(found.copies()).hasSize(1);
      assertThat(found.copies())
          .extracting(FoundPair::words)
          .isEqualTo(later.copies().stream().map(FoundPair::words).toList());
    }
  }

  @Test
  void progressComesOnTheCallersThreadAndEndsComplete() throws Exception {
    var here = Thread.currentThread();
    var shares = new ArrayList<Double>();
    ProgressListener listener =
        (done, total) -> {
          assertThat(Thread.currentThread()).isSameAs(here);
          shares.add(done / (double) total);
        };
    try (var localizer = ManipulationLocalizer.open("lite")) {
      localizer.localize(rocket, OPTIONS, listener);
    }
    assertThat(shares).isSorted().endsWith(1.0);
  }

  @Test
  @Timeout(60)
  void canceledWhileCopiesAreLookedForItEndsAndSoDoesTheSearch() {
    var search = StartedSearch.of(rocket);
    var canceled = new CancelAfter(0);
    assertThatThrownBy(() -> search.result(canceled)).isInstanceOf(CancellationException.class);

    search.abandon();
    assertThatThrownBy(() -> search.result(ProgressListener.NONE))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void withoutCopiesNothingIsSearched() {
    try (var picture = PreparedPicture.of(rocket, OPTIONS.withCopies(EvidenceSearch.OFF))) {
      assertThat(picture.search()).isEmpty();
    }
  }
}
