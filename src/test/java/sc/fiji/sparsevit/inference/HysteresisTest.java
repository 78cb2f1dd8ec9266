/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HysteresisTest {

  private static final float LOW = (float) Hysteresis.LOW.probability();

  @Test
  void aSurePlaceReachesAsFarAsSomethingIsSuspectedAroundIt() {
    float suspected = LOW + .01f;
    float[] map = {.1f, suspected, .48f, .6f, suspected, LOW - .01f, suspected};

    float[] raised = Hysteresis.raised(map, map.length);

    boolean[] above = {false, true, true, true, true, false, false};
    for (int i = 0; i < map.length; i++) {
      assertThat(raised[i] >= .5f).as("pixel %s", i).isEqualTo(above[i]);
    }
  }

  @Test
  void nothingReachesTheThresholdWhereNothingDidBefore() {
    var map = random(40, 30, 3);
    for (int i = 0; i < map.length; i++) {
      map[i] *= .499f;
    }

    float[] raised = Hysteresis.raised(map, 40);

    for (float probability : raised) {
      assertThat(probability).isLessThan(.5f);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {1, .2f}) // the latter: where raising begins
  void mapsThatHardlyDifferStaySo(float highest) {
    var map = random(90, 70, 5);
    var other = map.clone();
    var random = new Random(6);
    for (int i = 0; i < other.length; i++) {
      map[i] *= highest;
      other[i] = map[i] + .002f * random.nextFloat();
    }

    float[] one = Hysteresis.raised(map, 90);
    float[] two = Hysteresis.raised(other, 90);

    for (int i = 0; i < one.length; i++) {
      assertThat(two[i]).as("pixel %s", i).isCloseTo(one[i], within(.004f));
    }
  }

  @Test
  void theMapItselfStays() {
    var map = random(20, 20, 1);
    var before = map.clone();

    assertThat(raised(map)).isNotSameAs(map);

    assertThat(map).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 50", "50, 1", "31, 17", "64, 48", "200, 150"})
  void aRegionAtAnyThresholdIsAConnectedAreaThatWasAlmostAsHighAndReachedIt(int width, int height) {
    var map = random(width, height, width);

    float[] raised = Hysteresis.raised(map, width);

    for (float threshold = .15f; threshold < 1; threshold += .05f) {
      var expected = areas(map, width, threshold);
      for (int i = 0; i < map.length; i++) {
        assertThat(raised[i] >= threshold)
            .as("pixel %s at threshold %s", i, threshold)
            .isEqualTo(expected[i]);
      }
    }
  }

  @Test
  void goesAroundCornersHoweverOften() {
    int side = 61;
    var map = new float[side * side];
    // A comb whose teeth are joined at the top and at the bottom in turn
    for (int y = 1; y < side - 1; y++) {
      for (int x = 1; x < side - 1; x += 2) {
        map[y * side + x] = LOW + .05f;
      }
    }
    for (int x = 2; x < side - 2; x += 2) {
      map[(x % 4 == 0 ? 1 : side - 2) * side + x] = LOW + .05f;
    }
    map[(side - 2) * side + side - 2] = .9f;

    float[] raised = Hysteresis.raised(map, side);

    assertThat(raised[side + 1]).isGreaterThanOrEqualTo(.5f);
  }

  private static float[] raised(float[] map) {
    return Hysteresis.raised(map, (int) Math.sqrt(map.length));
  }

  /** Noise of several sizes, as uneven as maps are and more. */
  private static float[] random(int width, int height, int seed) {
    var random = new Random(seed);
    var map = new float[width * height];
    for (int size = 1; size <= 8; size *= 2) {
      var coarse = new float[(width / size + 1) * (height / size + 1)];
      for (int i = 0; i < coarse.length; i++) {
        coarse[i] = random.nextFloat() / 4;
      }
      for (int i = 0; i < map.length; i++) {
        map[i] += coarse[i / width / size * (width / size + 1) + i % width / size];
      }
    }
    return map;
  }

  /** By a fill from each pixel that reaches the threshold. */
  private static boolean[] areas(float[] map, int width, float threshold) {
    int height = map.length / width;
    var found = new boolean[map.length];
    var waiting = new ArrayDeque<Integer>();
    for (int i = 0; i < map.length; i++) {
      if (map[i] >= threshold) {
        found[i] = true;
        waiting.add(i);
      }
    }
    while (!waiting.isEmpty()) {
      int at = waiting.remove();
      for (int y = at / width - 1; y <= at / width + 1; y++) {
        for (int x = at % width - 1; x <= at % width + 1; x++) {
          int i = y * width + x;
          boolean inside = x >= 0 && y >= 0 && x < width && y < height;
          if (inside && !found[i] && Hysteresis.LOW.shifted(map[i]) >= threshold) {
            found[i] = true;
            waiting.add(i);
          }
        }
      }
    }
    return found;
  }
}
