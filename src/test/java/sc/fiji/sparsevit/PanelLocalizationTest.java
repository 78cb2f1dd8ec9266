/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.figure.Panel;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.inference.StretchedGround;
import sc.fiji.sparsevit.inference.StretchedPart;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.region.Region;

/** A figure is analyzed panel by panel; results are in the figure's coordinates. */
class PanelLocalizationTest {
  private static final LocalizationOptions OPTIONS =
      LocalizationOptions.defaults()
          .withThreshold(0)
          .withMinimumArea(1)
          .withCopies(EvidenceSearch.OFF)
          .withPanels(PanelSearch.AUTO);

  private static final Rectangle LEFT = new Rectangle(0, 0, 150, 130);
  private static final Rectangle RIGHT = new Rectangle(160, 0, 140, 130);

  @Test
  void eachPanelIsJudgedAsIfItWereAPictureOfItsOwn() throws IOException {
    var figure = white(300, 130);
    draw(figure, LEFT, 1);
    draw(figure, RIGHT, 2);

    try (var localizer = ManipulationLocalizer.open("lite")) {
      var found = localizer.localize(image(figure), OPTIONS, ProgressListener.NONE);

      assertThat(found.panels()).extracting(Panel::name).containsExactly("A", "B");
      for (var panel : found.panels()) {
        figure.setRoi(panel.bounds());
        var alone = localizer.localize(image(figure.crop()), OPTIONS, ProgressListener.NONE).map();
        assertThat(crop(found.map(), panel.bounds())).isEqualTo(alone.getPixels());
      }
      assertThat(found.map().getf(155, 50)).isZero();
      assertThat(found.regions().regions())
          .extracting(Region::name)
          .containsExactlyInAnyOrder(
              found.regions().regions().stream()
                  .map(region -> "review-%s-%s".formatted(region.panel(), rank(region)))
                  .toArray(String[]::new));
      assertThat(found.regions().regions())
          .extracting(Region::panel)
          .containsExactlyInAnyOrder("A", "B");
      assertThat(found.regions().regions().stream().filter(region -> region.panel().equals("B")))
          .allSatisfy(
              region -> {
                assertThat(found.panels().get(1).bounds().contains(region.bounds())).isTrue();
                assertThat(region.roi().getBounds()).isEqualTo(region.bounds());
              });
    }
  }

  @Test
  void aPanelTooSmallToJudgeIsAnalyzedWithTheWholeFigure() throws IOException {
    var figure = white(300, 120);
    var large = new Rectangle(0, 0, 150, 120);
    draw(figure, large, 1);
    var small = new Rectangle(160, 0, 100, 120);
    draw(figure, small, 2);

    try (var localizer = ManipulationLocalizer.open("lite")) {
      var found = localizer.localize(image(figure), OPTIONS, ProgressListener.NONE);
      var whole =
          localizer.localize(
              image(figure), OPTIONS.withPanels(PanelSearch.OFF), ProgressListener.NONE);

      assertThat(found.panels()).extracting(Panel::bounds).containsExactly(large, small);
      assertThat(found.panels())
          .extracting(Localization::isAnalyzedAlone)
          .containsExactly(true, false);
      assertThat(crop(found.map(), small)).isEqualTo(crop(whole.map(), small));
      assertThat(crop(found.map(), large)).isNotEqualTo(crop(whole.map(), large));
      assertThat(found.map().getf(155, 50)).isZero();
    }
  }

  @Test
  void aSinglePictureGivesTheSameAsWithoutLookingForPanels() throws IOException {
    var picture = white(200, 150);
    draw(picture, new Rectangle(0, 0, 200, 150), 3);

    try (var localizer = ManipulationLocalizer.open("lite")) {
      var with = localizer.localize(image(picture), OPTIONS, ProgressListener.NONE);
      var without =
          localizer.localize(
              image(picture), OPTIONS.withPanels(PanelSearch.OFF), ProgressListener.NONE);

      assertThat(with.panels()).isEmpty();
      assertThat(with.map().getPixels()).isEqualTo(without.map().getPixels());
      assertThat(with.regions().mask().getPixels()).isEqualTo(without.regions().mask().getPixels());
      assertThat(with.regions().regions())
          .extracting(Region::name)
          .isEqualTo(without.regions().regions().stream().map(Region::name).toList());
    }
  }

  @Test
  void panelsOfAPersonAreTaken() throws IOException {
    var picture = white(200, 150);
    draw(picture, new Rectangle(0, 0, 200, 150), 3);
    var panels =
        Panel.inReadingOrder(
            List.of(new Rectangle(100, 0, 100, 150), new Rectangle(0, 0, 100, 150)));

    var image = image(picture);
    try (var prepared = PreparedPicture.of(image, StackPosition.current(image), panels, OPTIONS);
        var localizer = ManipulationLocalizer.open("lite")) {
      var found = localizer.localize(prepared, ProgressListener.NONE);

      assertThat(found.panels()).isEqualTo(panels);
      assertThat(found.panels().get(0).bounds().x).isZero();
      assertThat(found.regions().regions()).extracting(Region::panel).containsOnly("A", "B");
    }
  }

  @Test
  void theGroundOfEachPanelIsStretchedByItself() throws IOException {
    var figure = white(340, 130);
    var gray = new Rectangle(0, 0, 150, 130);
    var colored = new Rectangle(160, 0, 180, 130);
    blot(figure, gray);
    draw(figure, colored, 1);
    var image = image(figure);
    var panels = Panel.inReadingOrder(List.of(gray, colored));

    try (var prepared = PreparedPicture.of(image, StackPosition.current(image), panels, OPTIONS);
        var localizer = ManipulationLocalizer.open("lite")) {
      var found = localizer.localize(prepared, ProgressListener.NONE).network();
      figure.setRoi(gray);
      var alone = localizer.localize(image(figure.crop()), OPTIONS, ProgressListener.NONE);

      assertThat(found.stretched())
          .containsExactly(new StretchedPart(gray, new StretchedGround(220)));
      assertThat(crop(found.plain(), colored)).isEqualTo(crop(found.joined(), colored));
      assertThat(crop(found.plain(), gray)).isEqualTo(alone.network().plain().getPixels());
      assertThat(crop(found.joined(), gray)).isEqualTo(alone.network().joined().getPixels());
      assertThat(alone.network().joined().getPixels())
          .isNotEqualTo(alone.network().plain().getPixels());
    }
  }

  /** Dark bands on an even ground, and a patch that is a few gray levels brighter. */
  private static void blot(ColorProcessor figure, Rectangle area) {
    figure.setColor(0xdcdcdc);
    figure.fillRect(area.x, area.y, area.width, area.height);
    figure.setColor(0x282828);
    figure.fillRect(area.x + 20, area.y + 30, 40, 12);
    figure.setColor(0xe2e2e2);
    figure.fillRect(area.x + 80, area.y + 70, 40, 30);
  }

  private static String rank(Region region) {
    return region.name().substring(region.name().length() - 3);
  }

  private static float[] crop(FloatProcessor map, Rectangle box) {
    map.setRoi(box);
    var pixels = (float[]) map.crop().getPixels();
    map.resetRoi();
    return pixels;
  }

  private static ImagePlus image(ij.process.ImageProcessor pixels) {
    return new ImagePlus("figure", pixels);
  }

  private static ColorProcessor white(int width, int height) {
    var pixels = new ColorProcessor(width, height);
    pixels.setColor(0xffffff);
    pixels.fill();
    return pixels;
  }

  private static void draw(ColorProcessor figure, Rectangle area, long seed) {
    var random = new Random(seed);
    for (int y = area.y; y < area.y + area.height; y++) {
      for (int x = area.x; x < area.x + area.width; x++) {
        figure.set(x, y, random.nextInt(1 << 24));
      }
    }
  }
}
