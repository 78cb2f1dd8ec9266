/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random numbers for one sample of many. */
public final class SampleRandom {

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private SampleRandom() {}

  /** Those of one sample: they have nothing in common with its neighbors'. */
  public static RandomGenerator of(long seed, long index) {
    return new SplittableRandom(seed ^ index * GOLDEN_RATIO).split();
  }
}
