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

class GrainTransformTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 64, 128})
  void everyColumnIsTheSumOfItsFrequencies(int length) {
    int columns = 3;
    var transform = new GrainTransform(length);
    var random = new Random(9);
    var re = new float[length * columns];
    var im = new float[length * columns];
    var expected = new double[2][length * columns];
    for (int frequency = 0; frequency < length; frequency++) {
      for (int column = 0; column < columns; column++) {
        int at = transform.place(frequency) * columns + column;
        re[at] = (float) random.nextGaussian();
        im[at] = (float) random.nextGaussian();
        for (int i = 0; i < length; i++) {
          double angle = 2 * Math.PI * frequency * i / length;
          expected[0][i * columns + column] += re[at] * Math.cos(angle) - im[at] * Math.sin(angle);
          expected[1][i * columns + column] += re[at] * Math.sin(angle) + im[at] * Math.cos(angle);
        }
      }
    }

    transform.invert(re, im, columns);

    for (int i = 0; i < re.length; i++) {
      assertThat((double) re[i]).isCloseTo(expected[0][i], within(1e-3));
      assertThat((double) im[i]).isCloseTo(expected[1][i], within(1e-3));
    }
  }
}
