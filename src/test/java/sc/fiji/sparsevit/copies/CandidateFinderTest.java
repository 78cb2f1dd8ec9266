/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CandidateFinderTest {

  private final Random random = new Random(4);

  /** A facade of a large picture repeats in more ways than a small picture has candidates. */
  @Test
  void whatRepeatsOftenDoesNotHideACopyInALargePicture() {
    var matches = new ArrayList<Match>();
    for (int window = 0; window < 100; window++) {
      int x = 200 + window % 10 * 300;
      int y = 200 + window / 10 * 200;
      matches.addAll(agreeing(x, y, new Similarity(1, 0.001 * window, false, 90 + window, 7), 20));
    }
    var copy = new Similarity(1, 0, false, -1500, 700);
    matches.addAll(agreeing(2600, 500, copy, 9));
    for (int i = 0; i < 30_000; i++) {
      matches.add(match(place(4000, 3000), place(4000, 3000)));
    }
    Collections.shuffle(matches, random);

    var found = CandidateFinder.find(matches, false, new SearchWork());

    assertThat(found)
        .anyMatch(candidate -> Math.abs(candidate.similarity().right() - copy.right()) < 5);
  }

  private List<Match> agreeing(int x, int y, Similarity similarity, int count) {
    var matches = new ArrayList<Match>();
    for (int i = 0; i < count; i++) {
      double[] from = {x + 60 * random.nextDouble(), y + 60 * random.nextDouble()};
      double[] to = {similarity.x(from[0], from[1]), similarity.y(from[0], from[1])};
      matches.add(match(from, to));
    }
    return matches;
  }

  private double[] place(int width, int height) {
    return new double[] {width * random.nextDouble(), height * random.nextDouble()};
  }

  private static Match match(double[] from, double[] to) {
    return new Match(keypoint(from), keypoint(to), false, 0.05f);
  }

  private static Keypoint keypoint(double[] at) {
    return new Keypoint((float) at[0], (float) at[1], 1.5f, 0, true, new byte[Descriptor.LENGTH]);
  }
}
