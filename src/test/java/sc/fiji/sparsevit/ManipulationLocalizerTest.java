/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.progress.ProgressListener;

/** The embedded model on a photograph with a part of it pasted elsewhere, upside down. */
class ManipulationLocalizerTest {

  private static final LocalizationOptions DEFAULTS = LocalizationOptions.defaults();
  private static ManipulationLocalizer localizer;

  @BeforeAll
  static void open() throws Exception {
    localizer = ManipulationLocalizer.open("lite");
  }

  @AfterAll
  static void close() {
    localizer.close();
  }

  @Test
  void leavesTheImageAsItWas() throws Exception {
    var image = forged();
    image.setRoi(new Roi(5, 6, 200, 200));
    var before = (int[]) image.getProcessor().getPixelsCopy();

    localizer.localize(image, DEFAULTS, ProgressListener.NONE);

    assertThat((int[]) image.getProcessor().getPixels()).containsExactly(before);
    assertThat(image.getRoi().getBounds()).isEqualTo(new Rectangle(5, 6, 200, 200));
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void thoroughModeForgetsNothingThatTheFirstLookShows() throws Exception {
    var alone = LocalizationOptions.networkAlone();
    var image = forged();

    var first = pixels(localizer.localize(image, alone, ProgressListener.NONE));
    var thorough =
        pixels(
            localizer.localize(
                image, alone.withMode(LocalizationMode.THOROUGH), ProgressListener.NONE));

    assertThat(thorough).isNotEqualTo(first);
    for (int i = 0; i < first.length; i++) {
      assertThat(thorough[i]).isBetween(first[i] / 3 - 1e-6f, 1f);
    }
  }

  private static float[] pixels(Localization found) {
    return (float[]) found.map().getPixels();
  }

  static Stream<Roi> selectionsThatStickOut() throws Exception {
    int width = forged().getWidth();
    int height = forged().getHeight();
    return Stream.of(new Roi(-40, -30, 200, 200), new Roi(width - 160, height - 150, 300, 300))
        .flatMap(
            roi -> {
              var box = roi.getBounds();
              int right = box.x + box.width;
              int bottom = box.y + box.height;
              var corners =
                  new PolygonRoi(
                      new int[] {box.x, right, right, box.x},
                      new int[] {box.y, box.y, bottom, bottom},
                      4,
                      Roi.POLYGON);
              return Stream.of(roi, new OvalRoi(box.x, box.y, box.width, box.height), corners);
            });
  }

  @ParameterizedTest
  @MethodSource("selectionsThatStickOut")
  void aSelectionThatSticksOutOfTheImageCountsWhereItLiesInIt(Roi selection) throws Exception {
    var image = forged();
    image.setRoi(selection);
    // ImageJ may clip a rectangle; what counts is what is left in the image.
    var box =
        selection.getBounds().intersection(new Rectangle(image.getWidth(), image.getHeight()));

    var found = localizer.localize(image, DEFAULTS, ProgressListener.NONE);

    double maximum = 0;
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        if (selection.contains(box.x + x, box.y + y)) {
          maximum = Math.max(maximum, found.map().getf(x, y));
        }
      }
    }
    assertThat(found.map().getWidth()).isEqualTo(box.width);
    assertThat(found.score()).isEqualTo(maximum);
    assertThat(found.with(DEFAULTS.withThreshold(0.01)).score()).isEqualTo(maximum);
  }

  @Test
  void anotherThresholdNeedsNoOtherMap() throws Exception {
    var strict = localizer.localize(forged(), DEFAULTS.withThreshold(0.9), ProgressListener.NONE);
    var loose = strict.with(DEFAULTS.withThreshold(0.001).withMinimumArea(1));
    var again =
        localizer.localize(
            forged(), DEFAULTS.withThreshold(0.001).withMinimumArea(1), ProgressListener.NONE);

    assertThat(loose.map()).isSameAs(strict.map());
    assertThat((byte[]) loose.regions().mask().getPixels())
        .containsExactly((byte[]) again.regions().mask().getPixels());
    assertThat(loose.regions().regions()).isNotEmpty();
    assertThat(loose.score()).isEqualTo(strict.score());
    assertThatThrownBy(() -> strict.with(DEFAULTS.withMode(LocalizationMode.PAPER)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("localize again");
  }

  @Test
  void aSelectionLimitsTheAnalysisToItsBoxAndTheRegionsToItsShape() throws Exception {
    var image = forged();
    image.setRoi(new OvalRoi(250, 150, 170, 140));

    var found =
        localizer.localize(
            image, DEFAULTS.withThreshold(0).withMinimumArea(1), ProgressListener.NONE);

    assertThat(found.map().getWidth()).isEqualTo(170);
    assertThat(found.map().getHeight()).isEqualTo(140);
    var region = found.regions().regions().get(0);
    assertThat(region.bounds()).isEqualTo(new Rectangle(250, 150, 170, 140));
    assertThat((double) region.area()).isCloseTo(Math.PI * 170 * 140 / 4, within(200.0));
  }

  @Test
  void aSelectionOutsideOfTheImageIsAnErrorThatNamesIt() throws Exception {
    var image = forged();
    image.setRoi(new Roi(5000, 5000, 10, 10));

    assertThatThrownBy(() -> localizer.localize(image, DEFAULTS, ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(image.getTitle());
  }

  @Test
  void everySliceOfAStackIsSeenWhereItLies() throws Exception {
    var picture = forged().getProcessor();
    var flat = new ColorProcessor(picture.getWidth(), picture.getHeight());
    var stack = new ImageStack(picture.getWidth(), picture.getHeight());
    stack.addSlice(flat);
    stack.addSlice(picture);
    var image = new ImagePlus("stack", stack);
    var options = DEFAULTS.withThreshold(0.01);

    var alone = localizer.localize(forged(), options, ProgressListener.NONE);
    var second =
        localizer.localize(image, StackPosition.all(image).get(1), options, ProgressListener.NONE);

    assertThat((float[]) second.map().getPixels())
        .containsExactly((float[]) alone.map().getPixels());
    assertThat(second.regions().regions())
        .isNotEmpty()
        .allSatisfy(region -> assertThat(region.roi().getPosition()).isEqualTo(2));
    assertThat(image.getCurrentSlice()).isEqualTo(1);
  }

  /** The bar: across window borders the map steps at most 1.5 times as much as elsewhere. */
  @Test
  void windowsLeaveNoSeams() throws Exception {
    var large = forged().getProcessor();
    large.setInterpolationMethod(ImageProcessor.BILINEAR);
    // Larger images are looked at in several sizes, whose windows end elsewhere.
    var image = new ImagePlus("large", large.resize(1020, 679, true));

    var networkAlone = DEFAULTS.withCopies(EvidenceSearch.OFF);
    var map = localizer.localize(image, networkAlone, ProgressListener.NONE).map();

    // For 1020 columns, padded to 1024: windows at 0, 256 and 512, each 512 wide.
    int[] borders = {256, 512, 768};
    double atBorders = 0;
    for (int border : borders) {
      atBorders += meanStep(map, border) / borders.length;
    }
    double elsewhere = 0;
    for (int x = 1; x < map.getWidth(); x++) {
      elsewhere += meanStep(map, x) / (map.getWidth() - 1);
    }
    assertThat(atBorders).isLessThan(1.5 * elsewhere);
  }

  @Test
  void paperModeSeesTheWholeImageAtOnceAndReturnsItsSize() throws Exception {
    var found =
        localizer.localize(
            forged(), DEFAULTS.withMode(LocalizationMode.PAPER), ProgressListener.NONE);

    assertThat(found.map().getWidth()).isEqualTo(451);
    assertThat(found.map().getHeight()).isEqualTo(300);
    assertThat(found.map().getStats().max).isEqualTo(found.score());
    assertThat(found.score()).isBetween(0.0, 1.0);
  }

  @Test
  void theSamePixelsGiveTheSameMapEveryTime() throws Exception {
    var first = localizer.localize(forged(), DEFAULTS, ProgressListener.NONE);
    var second = localizer.localize(forged(), DEFAULTS, ProgressListener.NONE);

    assertThat((float[]) second.map().getPixels())
        .containsExactly((float[]) first.map().getPixels());
  }

  @Test
  void optionsOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> DEFAULTS.withThreshold(2)).hasMessageContaining("threshold");
    assertThatThrownBy(() -> DEFAULTS.withThreshold(Double.NaN)).hasMessageContaining("threshold");
    assertThatThrownBy(() -> DEFAULTS.withMinimumArea(-1)).hasMessageContaining("min_area");
    assertThatThrownBy(() -> LocalizationMode.of("fast")).hasMessageContaining("\"fast\"");
  }

  private static double meanStep(ImageProcessor map, int x) {
    double sum = 0;
    for (int y = 0; y < map.getHeight(); y++) {
      sum += Math.abs(map.getf(x, y) - map.getf(x - 1, y));
    }
    return sum / map.getHeight();
  }

  /** The forgery that the reference files describe. */
  private static ImagePlus forged() throws Exception {
    var file = Path.of(ManipulationLocalizerTest.class.getResource("/images/chelsea.png").toURI());
    var picture = IJ.openImage(file.toString()).getProcessor().convertToRGB();
    var original = picture.duplicate();
    for (int y = 0; y < 90; y++) {
      for (int x = 0; x < 110; x++) {
        int argb = original.get(60 + x, 129 - y);
        int rgb = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          rgb |= (int) Math.min(255, Math.round(0.9 * (argb >> shift & 255) + 12)) << shift;
        }
        picture.set(280 + x, 180 + y, rgb);
      }
    }
    return new ImagePlus("forged", picture);
  }
}
