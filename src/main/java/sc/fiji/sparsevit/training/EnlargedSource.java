/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.inference.Enlargement;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * A part of each sample, enlarged to the sample's size, as mode thorough shows images to the
 * network. The history stays what it was before that.
 *
 * @param source of the samples
 * @param seed of the choice of the part
 */
record EnlargedSource(SampleSource source, long seed) implements SampleSource {

  private static final int TRIES = 8;

  /** The choice must not depend on what a source with the same seed draws. */
  private static final long OWN_SEED = 0xe71a26ed;

  @Override
  public TrainingSample sample(long number) {
    var sample = source.sample(number);
    return EnlargedPart.choose(sample, SampleSource.random(seed ^ OWN_SEED, number)).enlarged();
  }

  /**
   * Half of a sample's height and width.
   *
   * @param x left edge, a multiple of a JPEG block's side, so that block positions stay true
   * @param y upper edge, likewise
   */
  private record EnlargedPart(TrainingSample sample, int x, int y) {

    /** With forged and authentic pixels if the sample has both and a few tries find them. */
    static EnlargedPart choose(TrainingSample sample, RandomGenerator random) {
      var part = anywhere(sample, random);
      for (int i = 1; i < TRIES && sample.forgedShare() > 0 && !part.hasBoth(); i++) {
        part = anywhere(sample, random);
      }
      return part;
    }

    private static EnlargedPart anywhere(TrainingSample sample, RandomGenerator random) {
      return new EnlargedPart(
          sample,
          corner(sample.picture().width(), random),
          corner(sample.picture().height(), random));
    }

    private static int corner(int length, RandomGenerator random) {
      int corners = (length - length / Enlargement.FACTOR) / JpegGrid.BLOCK + 1;
      return JpegGrid.BLOCK * random.nextInt(corners);
    }

    private int width() {
      return sample.picture().width() / Enlargement.FACTOR;
    }

    private int height() {
      return sample.picture().height() / Enlargement.FACTOR;
    }

    private boolean hasBoth() {
      int forged = 0;
      for (int row = y; row < y + height(); row++) {
        for (int column = x; column < x + width(); column++) {
          forged += sample.mask()[row * sample.picture().width() + column];
        }
      }
      return forged > 0 && forged < width() * height();
    }

    TrainingSample enlarged() {
      int pixels = sample.picture().pixels();
      var mask = new byte[pixels];
      for (int i = 0; i < pixels; i++) {
        mask[i] = sample.mask()[source(i)];
      }
      var picture = sample.picture().crop(x, y, width(), height());
      return new TrainingSample(Enlargement.of(picture), mask, history(), sample.kind());
    }

    private float[] history() {
      if (sample.history() == null) {
        return null;
      }
      int pixels = sample.picture().pixels();
      var history = new float[sample.history().length];
      for (int i = 0; i < history.length; i++) {
        history[i] = sample.history()[i / pixels * pixels + source(i % pixels)];
      }
      return history;
    }

    /** Which pixel of the sample a pixel of the enlarged part shows. */
    private int source(int enlarged) {
      int width = sample.picture().width();
      int row = y + enlarged / width / Enlargement.FACTOR;
      return row * width + x + enlarged % width / Enlargement.FACTOR;
    }
  }
}
