/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Random choices: the same ones every time for one image of one set. */
record Chance(Random random) {

  /** Neighboring seeds would begin alike, so they are mixed first. */
  static Chance of(long seed, String set, int number) {
    var mixed = new SplittableRandom(seed * 1_000_003 + set.hashCode() * 10_007L + number);
    return new Chance(new Random(mixed.nextLong()));
  }

  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** Both ends included. */
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  boolean half() {
    return random.nextBoolean();
  }

  double normal() {
    return random.nextGaussian();
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
