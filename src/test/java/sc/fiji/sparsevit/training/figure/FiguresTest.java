/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.raster.RgbRaster;

class FiguresTest {

  private static final int WIDTH = 120;
  private static final int HEIGHT = 90;

  static Stream<FigureArtist> artists() {
    return Stream.of(new Gel(), new Micrograph(), new Plot(), new Texture(), new Panels(new Gel()));
  }

  private static Figure draw(FigureArtist artist, long look, long content) {
    return artist.draw(WIDTH, HEIGHT, new SplittableRandom(look), new SplittableRandom(content));
  }

  @ParameterizedTest
  @MethodSource("artists")
  void sameRandomNumbersGiveTheSameFigure(FigureArtist artist) {
    var figure = draw(artist, 1, 2);
    assertThat(figure.picture().width()).isEqualTo(WIDTH);
    assertThat(figure.picture().height()).isEqualTo(HEIGHT);
    assertThat(draw(artist, 1, 2).picture().samples()).isEqualTo(figure.picture().samples());
    assertThat(draw(artist, 1, 3).picture().samples()).isNotEqualTo(figure.picture().samples());
  }

  @Test
  void everyKindOfPlotIsDrawnWhateverItsLook() {
    for (var kind : PlotContent.values()) {
      for (int seed = 0; seed < 20; seed++) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        var random = new SplittableRandom(seed);
        var area = new Rectangle2D.Double(20, 10, 80, 60);
        kind.draw(graphics, area, PlotLook.draw(8, random), random);
        int inked = 0;
        for (byte value : RgbRaster.of(image).samples()) {
          inked += value == -1 ? 0 : 1;
        }
        assertThat(inked).as(kind.name()).isGreaterThan(30);
      }
    }
  }

  /** 44 pixels are what axes and labels take. */
  @ParameterizedTest
  @ValueSource(ints = {24, 43, 44, 45, 64})
  @Timeout(60)
  void aPlotWithoutRoomForItsContentIsDrawnAllTheSame(int side) {
    for (int seed = 0; seed < 100; seed++) {
      var random = new SplittableRandom(seed);
      assertThat(new Plot().draw(side, HEIGHT, random, random).picture().width()).isEqualTo(side);
      assertThat(new Plot().draw(WIDTH, side, random, random).picture().height()).isEqualTo(side);
    }
  }

  @Test
  void figuresOfOneExperimentHaveOneBackground() {
    for (long look = 0; look < 5; look++) {
      double one = brightness(draw(new Gel(), look, 1));
      double other = brightness(draw(new Gel(), look, 2));
      assertThat(one > 128).isEqualTo(other > 128);
    }
  }

  private static double brightness(Figure figure) {
    byte[] samples = figure.picture().samples();
    return IntStream.range(0, samples.length).map(i -> samples[i] & 255).average().orElseThrow();
  }

  @Test
  void bandsAreDarkerOrBrighterThanTheGelAroundThem() {
    var figure = draw(new Gel(), 4, 5);
    assertThat(figure.elements()).isNotEmpty();
    var plane = figure.picture().plane(0);
    double contrast = 0;
    var bands =
        figure.elements().stream()
            .map(Shape::getBounds)
            .filter(box -> box.height < HEIGHT / 2)
            .toList();
    for (var box : bands) {
      int x = Math.max(0, Math.min(WIDTH - 1, (int) box.getCenterX()));
      int y = Math.max(0, Math.min(HEIGHT - 1, (int) box.getCenterY()));
      int above = Math.max(0, box.y - 2);
      contrast += plane.at(x, y) - plane.at(x, above);
    }
    assertThat(Math.abs(contrast / bands.size())).isGreaterThan(10);
  }
}
