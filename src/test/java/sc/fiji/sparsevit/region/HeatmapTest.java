/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.process.FloatProcessor;
import java.awt.Color;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeatmapTest {
  @Test
  void theMapIsShownFromZeroToOneWhateverItHolds() {
    var map = TestMaps.random(50, 40, 0.5, new Random(1));
    map.multiply(0.5);

    var image = Heatmap.of(map, "a probability");

    assertThat(image.getTitle()).isEqualTo("a probability");
    assertThat(image.getBitDepth()).isEqualTo(32);
    assertThat(image.getDisplayRangeMin()).isZero();
    assertThat(image.getDisplayRangeMax()).isEqualTo(1);
    assertThat(image.getProcessor().getPixels()).isSameAs(map.getPixels());
  }

  @Test
  void perceivedBrightnessIsTheProbability() {
    var ramp = new FloatProcessor(256, 1);
    for (int x = 0; x < 256; x++) {
      ramp.setf(x, 0, x / 255f);
    }

    var colors = Heatmap.of(ramp, "ramp").getProcessor().convertToColorProcessor();

    for (int x = 0; x < 256; x++) {
      var rgb = new Color(colors.get(x, 0));
      double brightness = 0.3 * rgb.getRed() + 0.59 * rgb.getGreen() + 0.11 * rgb.getBlue();
      assertThat(brightness).isCloseTo(x, within(0.6));
    }
    assertThat(colors.get(0, 0) & 0xffffff).isZero();
    assertThat(colors.get(255, 0) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void aCalibrationBarLiesInTheUpperRightCorner() {
    var image = Heatmap.of(new FloatProcessor(300, 200), "map");

    assertThat(image.getOverlay().isCalibrationBar()).isTrue();
    var bounds = image.getOverlay().get(0).getBounds();
    for (var element : image.getOverlay()) {
      bounds.add(element.getBounds());
    }
    assertThat(bounds.x).isGreaterThan(200);
    assertThat(bounds.getMaxX()).isLessThan(300);
    assertThat(bounds.y).isPositive();
    assertThat(bounds.getMaxY()).isLessThan(150);
  }

  @Test
  void theMapsOfAStackAreShownInOneImageAndOneRange() {
    var maps = List.of(new FloatProcessor(300, 200), new FloatProcessor(300, 200));
    maps.get(1).set(0.25);

    var image = Heatmap.of(maps, "stack");

    assertThat(image.getStackSize()).isEqualTo(2);
    assertThat(image.getStack().getVoxel(7, 7, 1)).isEqualTo(0.25);
    assertThat(image.getDisplayRangeMin()).isZero();
    assertThat(image.getDisplayRangeMax()).isEqualTo(1);
    assertThat(image.getOverlay().isCalibrationBar()).isTrue();
    image.setSlice(2);
    assertThat(image.getProcessor().getLut().getBytes())
        .isEqualTo(Heatmap.of(maps.get(0), "").getProcessor().getLut().getBytes());
  }

  @Test
  void aMapTooSmallForABarHasNone() {
    assertThat(Heatmap.of(new FloatProcessor(1, 1), "map").getOverlay()).isNull();
    assertThat(Heatmap.of(new FloatProcessor(70000, 10), "map").getOverlay()).isNull();
  }
}
