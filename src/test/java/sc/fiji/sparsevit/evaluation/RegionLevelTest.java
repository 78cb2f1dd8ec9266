/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionLevelTest {
  @Test
  void twoPeaksJoinWhereTheirSaddleIsFlooded() {
    var ridge = new float[] {.1f, .9f, .8f, .3f, .7f, .95f, .1f};

    assertThat(RegionLevel.of(ridge, 7, 1)).isEqualTo(.95f);
    assertThat(RegionLevel.of(ridge, 7, 2)).isEqualTo(.8f);
    assertThat(RegionLevel.of(ridge, 7, 3)).isEqualTo(.3f);
    assertThat(RegionLevel.of(ridge, 7, 7)).isEqualTo(.1f);
    assertThat(RegionLevel.of(ridge, 7, 8)).isZero();
  }

  @Test
  void diagonalNeighborsAreConnected() {
    assertThat(RegionLevel.of(new float[] {.9f, .1f, .2f, .8f}, 2, 2)).isEqualTo(.8f);
  }

  @Test
  void aMapOfZerosHasNoRegionAtAnyThreshold() {
    assertThat(RegionLevel.of(new float[12], 4, 3)).isZero();
    assertThat(RegionLevel.of(new float[12], 4, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12, 60})
  void isTheLowestThresholdWithoutARegion(int minimumArea) {
    var random = new Random(minimumArea);
    var map = new float[13 * 9];
    for (int i = 0; i < map.length; i++) {
      map[i] = random.nextInt(20) / 30f;
    }

    double level = RegionLevel.of(map, 13, minimumArea);

    assertThat(largestRegion(map, 13, (float) level)).isLessThan(minimumArea);
    assertThat(largestRegion(map, 13, Math.nextDown((float) level)))
        .isGreaterThanOrEqualTo(minimumArea);
  }

  private static int largestRegion(float[] map, int width, float threshold) {
    var seen = new boolean[map.length];
    int largest = 0;
    for (int i = 0; i < map.length; i++) {
      largest = Math.max(largest, fill(map, width, threshold, i, seen));
    }
    return largest;
  }

  private static int fill(float[] map, int width, float threshold, int i, boolean[] seen) {
    if (seen[i] || map[i] <= threshold) {
      return 0;
    }
    seen[i] = true;
    int area = 1;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int x = i % width + dx;
        int y = i / width + dy;
        if (x >= 0 && x < width && y >= 0 && y < map.length / width) {
          area += fill(map, width, threshold, y * width + x, seen);
        }
      }
    }
    return area;
  }
}
