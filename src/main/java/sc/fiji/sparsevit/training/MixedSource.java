/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Samples of two sources, mixed at random.
 *
 * @param one a source
 * @param other another, whose samples have the same size
 * @param shareOfOne share of the samples that come from the first, 0-1
 * @param seed of the choice
 */
public record MixedSource(SampleSource one, SampleSource other, double shareOfOne, long seed)
    implements SampleSource {

  @Override
  public TrainingSample sample(long number) {
    // The sources may draw from the same seed; the choice must not depend on what they draw.
    boolean first = SampleSource.random(~seed, number).nextDouble() < shareOfOne;
    return (first ? one : other).sample(number);
  }
}
