/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;

class CompositionTest {

  private static final History HOST = new History(1, 0, 0, 80);
  private static final History PASTED = new History(2, 1, 5, 0);

  /** A white square of 6x6 with a half and a quarter transparent column, on a black 32x24 host. */
  private static Composition whiteOnBlack(int x, int y) {
    var white = new RgbRaster(8, 6);
    var opacity = new FloatPlane(8, 6);
    for (int i = 0; i < white.pixels(); i++) {
      white.set(i, 0xffffff);
      opacity.values()[i] = i % 8 == 6 ? 0.5f : i % 8 == 7 ? 0.25f : 1;
    }
    var scene = Scene.withoutObjects(new RgbRaster(32, 24), HOST);
    return Composition.of(scene).with(new Patch(white, opacity, x, y, PASTED), ForgeryKind.SPLICE);
  }

  @Test
  void pixelsBelongToThePatchWhereItIsHalfOpaque() {
    var sample = whiteOnBlack(10, 5).toSample();
    for (int i = 0; i < sample.mask().length; i++) {
      int x = i % 32;
      int y = i / 32;
      boolean inside = x >= 10 && x < 17 && y >= 5 && y < 11;
      assertThat(sample.mask()[i]).isEqualTo((byte) (inside ? 1 : 0));
    }
    assertThat(sample.picture().at(0, 17, 6)).isEqualTo(64);
    assertThat(sample.picture().at(0, 18, 6)).isZero();
    assertThat(sample.kind()).isEqualTo(ForgeryKind.SPLICE);
  }

  @Test
  void everyPixelGetsTheHistoryOfItsLayer() {
    var sample = whiteOnBlack(10, 5).toSample();
    int area = 32 * 24;
    for (int i = 0; i < area; i++) {
      float[] expected = (sample.mask()[i] == 1 ? PASTED : HOST).target();
      for (int c = 0; c < expected.length; c++) {
        assertThat(sample.history()[c * area + i]).isEqualTo(expected[c]);
      }
    }
  }

  @Test
  void patchMayHangOverTheEdge() {
    assertThat(whiteOnBlack(-3, 21).toSample().forgedShare()).isEqualTo(4 * 3 / (32.0 * 24));
    assertThat(whiteOnBlack(40, 0).toSample().forgedShare()).isZero();
  }

  @Test
  void labelsMoveWithThePixels() {
    for (var changed :
        List.of(
            whiteOnBlack(10, 5).mirrored(),
            whiteOnBlack(10, 5).resized(64, 48, Interpolation.BILINEAR),
            whiteOnBlack(10, 5).resized(48, 36, Interpolation.AREA))) {
      int disagree = 0;
      for (int i = 0; i < changed.layers().length; i++) {
        boolean white = (changed.picture().samples()[i] & 255) >= 120;
        disagree += white == (changed.layers()[i] == 1) ? 0 : 1;
      }
      assertThat(disagree).isLessThan(changed.layers().length / 100);
    }
  }

  @Test
  void paddingReflectsPixelsAndLabelsAlike() {
    var padded = whiteOnBlack(25, 20).padded(40, 24);
    assertThat(padded.picture().width()).isEqualTo(40);
    for (int y = 0; y < 24; y++) {
      for (int x = 32; x < 40; x++) {
        assertThat(padded.layers()[y * 40 + x]).isEqualTo(padded.layers()[y * 40 + 62 - x]);
        assertThat(padded.picture().at(0, x, y)).isEqualTo(padded.picture().at(0, 62 - x, y));
      }
    }
    assertThat(padded.layers()[22 * 40 + 33]).isEqualTo((byte) 1);
  }

  @Test
  void resizingTheWholeIsPartOfEveryHistory() {
    var doubled = whiteOnBlack(10, 5).resized(64, 48, Interpolation.BILINEAR);
    assertThat(doubled.histories())
        .containsExactly(HOST.then(History.resampled(2)), PASTED.then(History.resampled(2)));
    assertThat(doubled.histories().get(1).target()[0]).isEqualTo(2);
  }
}
