/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.RgbRaster;

class PanelFinderTest {

  @ParameterizedTest
  @CsvSource({"0, ffffff", "1, ffffff", "2, 000000", "8, ffffff", "12, 203080", "30, f0e0c0"})
  void aFigureOfFourPanelsIsSplitAtItsGutters(int gutter, String color) {
    var figure = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    var graphics = figure.createGraphics();
    graphics.setColor(new Color(Integer.parseInt(color, 16)));
    graphics.fillRect(0, 0, 400, 300);
    var panels =
        List.of(
            new Rectangle(0, 0, 150, 120),
            new Rectangle(150 + gutter, 0, 250 - gutter, 120),
            new Rectangle(0, 120 + gutter, 220, 180 - gutter),
            new Rectangle(220 + gutter, 120 + gutter, 180 - gutter, 180 - gutter));
    for (int i = 0; i < 4; i++) {
      var panel = panels.get(i);
      graphics.drawImage(texture(panel.width, panel.height, i), panel.x, panel.y, null);
    }

    var found = PanelFinder.find(pixels(figure));

    assertThat(found).extracting(Panel::name).containsExactly("A", "B", "C", "D");
    for (int i = 0; i < 4; i++) {
      assertThat(PanelMeasurement.iou(panels.get(i), found.get(i).bounds())).isGreaterThan(.9);
    }
  }

  @Test
  void smallPanelsOnMuchPaperAreFound() {
    var figure = new BufferedImage(854, 682, BufferedImage.TYPE_INT_RGB);
    figure.createGraphics().fillRect(0, 0, 854, 682);
    var panels =
        List.of(
            new Rectangle(22, 22, 328, 308),
            new Rectangle(438, 22, 394, 281),
            new Rectangle(22, 352, 256, 308));
    for (var panel : panels) {
      figure
          .createGraphics()
          .drawImage(texture(panel.width, panel.height, panel.width), panel.x, panel.y, null);
    }

    assertThat(PanelFinder.find(pixels(figure)))
        .extracting(Panel::bounds)
        .containsExactlyElementsOf(panels);
  }

  /** Black micrographs on black paper hardly have an edge. */
  @Test
  void aGutterThatLittleReachesIsKnownByTheWidthOfOthers() {
    var figure = new BufferedImage(832, 300, BufferedImage.TYPE_INT_RGB);
    var panels =
        List.of(
            new Rectangle(0, 0, 196, 300),
            new Rectangle(212, 0, 196, 300),
            new Rectangle(424, 0, 196, 300),
            new Rectangle(636, 0, 196, 300));
    figure.createGraphics().drawImage(texture(196, 300, 1), 0, 0, null);
    figure.createGraphics().drawImage(texture(196, 300, 2), 212, 0, null);
    drawCells(figure, panels.get(2), 11);
    drawCells(figure, panels.get(3), 12);

    assertBounds(PanelFinder.find(pixels(figure)), panels);
  }

  private static void drawCells(BufferedImage figure, Rectangle panel, long seed) {
    var graphics = figure.createGraphics();
    graphics.setClip(panel);
    graphics.setColor(Color.GRAY);
    var random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      int x = panel.x + random.nextInt(panel.width);
      int y = panel.y + random.nextInt(panel.height);
      graphics.fillOval(x - 12, y - 12, 24, 24);
    }
  }

  @Test
  void whereTwoPanelsTouchAWeakerSeamIsFoundToo() {
    var figure = new BufferedImage(588, 300, BufferedImage.TYPE_INT_RGB);
    var panels =
        List.of(
            new Rectangle(0, 0, 196, 300),
            new Rectangle(196, 0, 196, 300),
            new Rectangle(392, 0, 196, 300));
    var graphics = figure.createGraphics();
    for (int i = 0; i < 3; i++) {
      var panel = panels.get(i);
      graphics.drawImage(texture(panel.width, panel.height, 3 + i), panel.x, panel.y, null);
    }
    // Dark on both sides of two fifths of the second seam.
    graphics.setColor(Color.BLACK);
    graphics.fillOval(340, 184, 104, 120);

    assertBounds(PanelFinder.find(pixels(figure)), panels);
  }

  private static void assertBounds(List<Panel> found, List<Rectangle> panels) {
    assertThat(found).hasSize(panels.size());
    for (int i = 0; i < panels.size(); i++) {
      assertThat(PanelMeasurement.iou(panels.get(i), found.get(i).bounds())).isGreaterThan(.9);
    }
  }

  @Test
  void compositesOfAllKindsAreSplitIntoMostOfTheirPanels() throws IOException {
    int panels = 0;
    int found = 0;
    for (int seed = 0; seed < 12; seed++) {
      var composite = new CompositeFigures(PanelFinderTest::anyTexture, new Random(seed)).make();
      var split = PanelMeasurement.find(composite.picture());
      panels += composite.panels().size();
      found +=
          (int)
              composite.panels().stream()
                  .filter(
                      panel ->
                          split.stream().anyMatch(other -> PanelMeasurement.iou(panel, other) > .9))
                  .count();
    }

    assertThat(found / (double) panels).isGreaterThan(.9);
  }

  @Test
  void aSinglePictureHasNoPanels() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(PanelFinder.find(pixels(texture(400, 300, seed)))).isEmpty();
    }
  }

  @Test
  void aPictureInAMarginHasNoPanels() {
    var figure = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    figure.createGraphics().fillRect(0, 0, 400, 300);
    figure.createGraphics().drawImage(texture(300, 200, 1), 50, 50, null);

    assertThat(PanelFinder.find(pixels(figure))).isEmpty();
  }

  @Test
  void thingsApartOnAPlainGroundAreNoPanels() {
    var picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillOval(30, 40, 150, 200);
    graphics.fillOval(220, 60, 150, 180);

    assertThat(PanelFinder.find(pixels(picture))).isEmpty();
  }

  @Test
  void theSmallestPicturesAreNoProblem() {
    for (int side : new int[] {1, 2, 7, 40}) {
      assertThat(PanelFinder.find(pixels(texture(side, 1, 3)))).isEmpty();
      assertThat(PanelFinder.find(pixels(texture(1, side, 3)))).isEmpty();
    }
  }

  @Test
  void panelsAreReadRowByRowAndWithinARowColumnByColumn() {
    var large = new Rectangle(0, 0, 100, 210);
    var upper = new Rectangle(110, 0, 100, 100);
    var lower = new Rectangle(110, 110, 100, 100);
    var wide = new Rectangle(0, 220, 210, 100);

    assertThat(ReadingOrder.of(List.of(wide, lower, upper, large)))
        .containsExactly(large, upper, lower, wide);
  }

  private static RandomAccessibleInterval<ARGBType> pixels(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    return ArrayImgs.argbs(picture.getRGB(0, 0, width, height, null, 0, width), width, height);
  }

  private static BufferedImage anyTexture(RandomGenerator random) {
    return texture(500, 400, random.nextLong());
  }

  /** Something like a photograph: soft, of all colors, with a little noise. */
  private static BufferedImage texture(int width, int height, long seed) {
    var random = new Random(seed);
    var raster = new RgbRaster(width, height);
    for (int i = 0; i < raster.pixels(); i++) {
      raster.set(i, random.nextInt(1 << 24));
    }
    double blur = 2 + random.nextInt(4);
    double contrast = 2 * blur;
    int brightness = 60 + random.nextInt(140);
    var soft = GaussianBlur.ofSigma(blur).apply(raster);
    for (int i = 0; i < soft.samples().length; i++) {
      double value = brightness + contrast * ((soft.samples()[i] & 255) - 128);
      soft.samples()[i] = RgbRaster.round((float) (value + random.nextGaussian()));
    }
    return soft.toBufferedImage();
  }
}
