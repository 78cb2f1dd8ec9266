/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class NormalizationTest {

  private static final Normalization NORMALIZATION =
      Normalization.of(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

  @Test
  void colorsBecomePlanesOfStandardScores() {
    var image = ArrayImgs.argbs(new int[] {0xff000000, 0xffff8040, 0xffffffff, 0x00010203}, 2, 2);
    float[] target = new float[14];
    target[0] = 7;
    target[13] = 9;

    NORMALIZATION.write(image, target, 1);

    assertThat(target)
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(
            new float[] {
              7,
              score(0, 0.485, 0.229),
              score(255, 0.485, 0.229),
              score(255, 0.485, 0.229),
              score(1, 0.485, 0.229),
              score(0, 0.456, 0.224),
              score(128, 0.456, 0.224),
              score(255, 0.456, 0.224),
              score(2, 0.456, 0.224),
              score(0, 0.406, 0.225),
              score(64, 0.406, 0.225),
              score(255, 0.406, 0.225),
              score(3, 0.406, 0.225),
              9
            });
  }

  @Test
  void windowAnywhereInAnImageIsReadRowByRow() {
    int[] reds = new int[5 * 4];
    for (int i = 0; i < reds.length; i++) {
      reds[i] = i << 16;
    }
    var window = Views.interval(ArrayImgs.argbs(reds, 5, 4), new long[] {2, 1}, new long[] {3, 2});
    float[] target = new float[12];

    NORMALIZATION.write(window, target, 0);

    int[] expected = {7, 8, 12, 13};
    for (int i = 0; i < expected.length; i++) {
      assertThat(target[i]).isCloseTo(score(expected[i], 0.485, 0.229), within(1e-6f));
    }
  }

  private static float score(int level, double mean, double deviation) {
    return (float) ((level / 255.0 - mean) / deviation);
  }
}
