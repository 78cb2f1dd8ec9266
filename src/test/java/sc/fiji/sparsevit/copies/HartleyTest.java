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
import org.junit.jupiter.params.provider.ValueSource;

class HartleyTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16, 64})
  void eachColumnIsTransformedByItself(int height) {
    int width = 70;
    var random = new Random(3);
    var plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextFloat();
    }
    float[] transformed = plane.clone();

    Hartley.transformColumns(transformed, width, height);

    for (int x : new int[] {0, 37, 69}) {
      for (int frequency = 0; frequency < height; frequency++) {
        double sum = 0;
        for (int y = 0; y < height; y++) {
          double angle = 2 * Math.PI * y * frequency / height;
          sum += plane[y * width + x] * (Math.cos(angle) + Math.sin(angle));
        }
        assertThat(transformed[frequency * width + x]).isCloseTo((float) sum, within(1e-4f));
      }
    }
  }
}
