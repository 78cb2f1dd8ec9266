/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlurTest {

  @ParameterizedTest
  @CsvSource({"70, 45, 0.3", "70, 45, 0.6", "33, 64, 1", "64, 65, 1.5", "5, 3, 2.5", "1, 1, 2"})
  void everyPixelIsTheWeightedMeanOfThoseAroundIt(int width, int height, double sigma) {
    var random = new Random(7);
    var plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextInt(256);
    }

    float[] blurred = Blur.of(plane, width, height, sigma);

    for (int i = 0; i < plane.length; i++) {
      double expected = mean(plane, width, height, i % width, i / width, sigma);
      assertThat(blurred[i]).isCloseTo((float) expected, within(0.001f));
    }
  }

  private static double mean(float[] plane, int width, int height, int x, int y, double sigma) {
    int radius = (int) Math.ceil(2.8 * sigma);
    double sum = 0;
    double weights = 0;
    for (int down = -radius; down <= radius; down++) {
      for (int right = -radius; right <= radius; right++) {
        int column = Math.max(0, Math.min(width - 1, x + right));
        int row = Math.max(0, Math.min(height - 1, y + down));
        double weight = Math.exp(-(right * right + down * down) / (2 * sigma * sigma));
        sum += weight * plane[row * width + column];
        weights += weight;
      }
    }
    return sum / weights;
  }
}
