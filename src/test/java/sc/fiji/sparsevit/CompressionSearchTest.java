/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.EvidenceKind;

class CompressionSearchTest {
  private static final LocalizationOptions ALONE =
      LocalizationOptions.networkAlone().withCompression(EvidenceSearch.ON);

  private static final Rectangle PASTED = new Rectangle(205, 99, 110, 83);

  private static ManipulationLocalizer localizer;
  private static Localization on;
  private static Localization off;

  @BeforeAll
  static void localize() throws IOException {
    localizer = ManipulationLocalizer.open("lite");
    on = localizer.localize(forged(), ALONE, ProgressListener.NONE);
    off =
        localizer.localize(
            forged(), ALONE.withCompression(EvidenceSearch.OFF), ProgressListener.NONE);
  }

  @AfterAll
  static void close() {
    localizer.close();
  }

  @Test
  void aPartThatDoesNotFitIsShownAndBecomesARegionForReview() {
    assertThat(on.misfits()).hasSize(1);
    var misfit = on.misfits().get(0);
    assertThat(misfit.words())
        .isEqualTo("compression-1 does not fit the JPEG compression of the rest of the picture");
    assertThat(misfit.part().bounds()).satisfies(CompressionSearchTest::isAboutThePasted);
    assertThat(on.outlined()).contains(misfit.part());
    assertThat(on.regions().regions())
        .anySatisfy(region -> isAboutThePasted(region.bounds()))
        .allSatisfy(region -> assertThat(region.name()).startsWith("review-"));
    assertThat(on.map().getf(260, 140)).isGreaterThanOrEqualTo(0.9f);
  }

  @Test
  void aRegionThatTheCompressionSpeaksForSaysSoAndWhatTheNetworkFound() {
    var region = on.regions().regions().get(0);

    assertThat(region.grounds().kinds()).contains(EvidenceKind.COMPRESSION);
    assertThat(region.grounds().kinds().contains(EvidenceKind.NETWORK))
        .isEqualTo(region.grounds().network() > 0.5);
    assertThat(region.grounds().network()).isEqualTo(highest(off.map(), region.roi()));
    assertThat(region.roi().getProperty("sparsevit.evidence")).isEqualTo(region.grounds().words());
    assertThat(on.networkScore()).isEqualTo(off.score());
    assertThat((float[]) on.network().plain().getPixels())
        .isEqualTo((float[]) off.map().getPixels());
    assertThat(off.network().plain()).isSameAs(off.map());
    assertThat(off.network().joined()).isSameAs(off.map());
  }

  @Test
  void withoutItNothingIsLookedFor() {
    assertThat(off.misfits()).isEmpty();
    assertThatThrownBy(() -> off.with(on.options()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("compression");
  }

  @Test
  void nowhereElseTheMapIsChanged() {
    float[] with = (float[]) on.map().getPixels();
    float[] without = (float[]) off.map().getPixels();
    int changed = 0;
    for (int i = 0; i < with.length; i++) {
      if (with[i] != without[i]) {
        changed++;
        assertThat(with[i]).isEqualTo(0.9f);
      }
    }
    assertThat(changed).isPositive().isLessThanOrEqualTo((int) on.misfits().get(0).part().area());
  }

  @Test
  void paperModeShowsThePartAndLeavesTheMapAsPublished() {
    var paper = ALONE.withMode(LocalizationMode.PAPER);
    var shown = localizer.localize(forged(), paper, ProgressListener.NONE);
    var plain =
        localizer.localize(
            forged(), paper.withCompression(EvidenceSearch.OFF), ProgressListener.NONE);

    assertThat(shown.misfits()).hasSize(1);
    assertThat((float[]) shown.map().getPixels()).isEqualTo((float[]) plain.map().getPixels());
  }

  /** Each panel of a figure has a history of its own. */
  @Test
  void eachPanelIsComparedWithItselfOnly() {
    var figure = figure();
    var panels =
        List.of(new Panel("A", new Rectangle(0, 0, 640, 360)), new Panel("B", other(figure)));
    try (var picture = PreparedPicture.of(figure, StackPosition.current(figure), panels, ALONE)) {
      var found = localizer.localize(picture, ProgressListener.NONE);

      assertThat(found.misfits())
          .singleElement()
          .satisfies(misfit -> isAboutThePasted(misfit.part().bounds()));
    }
  }

  private static double highest(FloatProcessor map, Roi region) {
    double highest = 0;
    for (var pixel : region) {
      highest = Math.max(highest, map.getf(pixel.x, pixel.y));
    }
    return highest;
  }

  private static void isAboutThePasted(Rectangle bounds) {
    var both = bounds.intersection(PASTED);
    var around = bounds.union(PASTED);
    assertThat(both.width * both.height).isGreaterThan(around.width * around.height * 6 / 10);
  }

  /** A part of one photograph in another, both from JPEG files. */
  static ImagePlus forged() {
    var pixels = sample("untouched-meadow.jpg");
    var donor = sample("splice-helmet-jpeg.jpg");
    donor.setRoi(111, 66, PASTED.width, PASTED.height);
    pixels.insert(donor.crop(), PASTED.x, PASTED.y);
    return new ImagePlus("forged", pixels);
  }

  /** The forged picture beside another one. */
  private static ImagePlus figure() {
    var donor = sample("splice-helmet-jpeg.jpg");
    var forged = forged().getProcessor();
    var figure = forged.createProcessor(forged.getWidth() + 3 + donor.getWidth(), 400);
    figure.insert(forged, 0, 0);
    figure.insert(donor, forged.getWidth() + 3, 0);
    return new ImagePlus("figure", figure);
  }

  private static Rectangle other(ImagePlus figure) {
    return new Rectangle(643, 0, figure.getWidth() - 643, 400);
  }

  private static ImageProcessor sample(String name) {
    return IJ.openImage("sample-images/" + name).getProcessor();
  }
}
