/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.SampleRandom;

/**
 * An endless, numbered supply of samples of one size. A sample depends on its number alone, not on
 * when or by which thread it is asked for: that is what makes a resumed run equal an unbroken one.
 */
@FunctionalInterface
public interface SampleSource {
  TrainingSample sample(long number);

  /** Random numbers for one sample; those of neighboring numbers have nothing in common. */
  static RandomGenerator random(long seed, long number) {
    return SampleRandom.of(seed, number);
  }
}
