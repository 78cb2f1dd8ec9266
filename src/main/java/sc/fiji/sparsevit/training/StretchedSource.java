/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;
import sc.fiji.sparsevit.inference.StretchedGround;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Samples of which half of the gray ones on an even ground, such as blots and micrographs, are
 * shown with that ground's contrast stretched, as native mode looks at those on a bright one.
 *
 * @param source of the samples
 * @param seed of the choice
 */
record StretchedSource(SampleSource source, long seed) implements SampleSource {

  private static final double SHARE = 0.5;

  /** The choice must not depend on what a source with the same seed draws. */
  private static final long OWN_SEED = 0x57e7c4ed;

  @Override
  public TrainingSample sample(long number) {
    var sample = source.sample(number);
    return SampleSource.random(seed ^ OWN_SEED, number).nextDouble() < SHARE
        ? stretched(sample)
        : sample;
  }

  /** The history of a stretched picture is unknown: its noise is larger, or cut off. */
  private static TrainingSample stretched(TrainingSample sample) {
    var image = new RgbImage(sample.picture().toArgb(), RgbMapping.identity());
    return StretchedGround.ofAny(image)
        .map(ground -> RgbRaster.of(ground.stretched(image).pixels()))
        .map(picture -> new TrainingSample(picture, sample.mask(), null, sample.kind()))
        .orElse(sample);
  }
}
