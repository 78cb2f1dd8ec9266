/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Rectangle;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartnerLevelsTest {

  @ParameterizedTest
  @CsvSource({"1, 0, false, 5, 5", "0.8, 0.9, true, 20, 3", "1.5, -0.8, false, -9, 14"})
  void everyPixelHasTheMeanOfItsSamplesInThePictureOrAtItsEdge(
      double a, double b, boolean mirrored, double right, double down) {
    var levels = new byte[40 * 30];
    new Random(5).nextBytes(levels);
    var picture = new Luminance(40, 30, levels);
    var similarity = new Similarity(a, b, mirrored, right, down);
    var box = new Rectangle(2, 3, 20, 12);
    var read = new float[20 * 12];
    var partners = new PartnerLevels(picture, similarity);

    partners.read(box, read);
    boolean[] inside = partners.inside(box);

    int samples = PartnerLevels.samples(similarity);
    for (int i = 0; i < read.length; i++) {
      int x = box.x + i % box.width;
      int y = box.y + i / box.width;
      double sum = 0;
      for (int sample = 0; sample < samples * samples; sample++) {
        double u = x + (sample % samples + 0.5) / samples - 0.5;
        double v = y + (sample / samples + 0.5) / samples - 0.5;
        sum += picture.at(similarity.x(u, v), similarity.y(u, v));
      }
      assertThat(read[i]).isCloseTo((float) (sum / samples / samples), within(1e-3f));
      assertThat(inside[i]).isEqualTo(picture.contains(similarity.x(x, y), similarity.y(x, y)));
    }
  }
}
