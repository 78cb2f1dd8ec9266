/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.EvidenceKind;

class CopySearchTest {

  private static Localization on;
  private static Localization off;

  @BeforeAll
  static void localize() throws Exception {
    RgbImage rocket = ImageFile.open(Path.of("sample-images/copy-move-rocket.png")).rgb();
    try (var localizer = ManipulationLocalizer.open("lite")) {
      var options = LocalizationOptions.defaults().withCopies(EvidenceSearch.ON);
      on = localizer.localize(rocket, options, ProgressListener.NONE);
      off =
          localizer.localize(rocket, options.withCopies(EvidenceSearch.OFF), ProgressListener.NONE);
    }
  }

  @Test
  void theMirroredRocketIsShownAsAPair() {
    assertThat(on.copies()).hasSize(1);
    var pair = on.copies().get(0);
    assertThat(pair.words()).contains("copy-1a", "copy-1b", "mirrored");
    double scale = pair.pair().transformation().scale();
    assertThat(Math.min(scale, 1 / scale)).isBetween(0.90, 0.94);
    assertThat(pair.first().name()).isEqualTo("copy-1a");
    assertThat(pair.first().group()).isEqualTo(1);
    assertThat(pair.first().roi().getBounds()).isEqualTo(pair.pair().first().box());
    assertThat(pair.first().area()).isEqualTo(pair.pair().first().area());
    assertThat(on.outlined()).contains(pair.first(), pair.second());
  }

  @Test
  void theCopySpeaksForItsRegionAndTheOriginalDoesNot() {
    var pair = on.copies().get(0);
    assertThat(on.regions().regions())
        .anySatisfy(
            region -> {
              assertThat(region.grounds().kinds()).contains(EvidenceKind.COPIES);
              assertThat(region.bounds().intersects(pair.second().bounds())).isTrue();
            })
        .filteredOn(region -> !region.bounds().intersects(pair.second().bounds()))
        .allSatisfy(
            region -> assertThat(region.grounds().kinds()).doesNotContain(EvidenceKind.COPIES));
    assertThat(off.regions().regions())
        .allSatisfy(
            region -> assertThat(region.grounds().kinds()).doesNotContain(EvidenceKind.COPIES));
  }

  @Test
  void anotherThresholdAsksTheNetworkAgain() {
    var stricter = on.with(on.options().withThreshold(0.85));

    assertThat(stricter.regions().regions())
        .isNotEmpty()
        .allSatisfy(
            region ->
                assertThat(region.grounds().kinds().contains(EvidenceKind.NETWORK))
                    .isEqualTo(region.grounds().network() > 0.85f));
  }

  /** In the mirrored looks, the network suspects the original of this one. */
  @Test
  void whichPartIsTheCopyIsDecidedByTheFirstLookInThoroughModeToo() throws Exception {
    var image = ImageFile.open(Path.of("sample-images/copy-move-micrograph-16bit.tif")).rgb();
    var options = LocalizationOptions.defaults();
    try (var localizer = ManipulationLocalizer.open("lite")) {
      var once = localizer.localize(image, options, ProgressListener.NONE);
      var thorough =
          localizer.localize(
              image, options.withMode(LocalizationMode.THOROUGH), ProgressListener.NONE);

      assertThat(thorough.copies()).hasSize(1);
      assertThat(thorough.copies().get(0).sides()).isEqualTo(once.copies().get(0).sides());
    }
  }

  @Test
  void withoutCopiesTheNetworkAloneDecides() {
    assertThat(off.copies()).isEmpty();
    assertThat((float[]) off.map().getPixels()).isNotEqualTo(on.map().getPixels());
    assertThatThrownBy(() -> off.with(on.options()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("copies");
  }

  @Test
  void anotherWordThanOnOrOffIsNamed() {
    assertThat(EvidenceSearch.of("copies", "Off")).isEqualTo(EvidenceSearch.OFF);
    assertThatThrownBy(() -> EvidenceSearch.of("copies", "yes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("yes");
  }
}
