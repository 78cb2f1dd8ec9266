/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    for (var band : figure.elements()) {
      var box = band.getBounds();
      int x = Math.max(0, Math.min(WIDTH - 1, (int) box.getCenterX()));
      int y = Math.max(0, Math.min(HEIGHT - 1, (int) box.getCenterY()));
      int above = Math.max(0, box.y - 2);
      contrast += plane.at(x, y) - plane.at(x, above);
    }
    assertThat(Math.abs(contrast / figure.elements().size())).isGreaterThan(10);
  }
}
