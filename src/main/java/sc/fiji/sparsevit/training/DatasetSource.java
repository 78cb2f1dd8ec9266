/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.data.LabeledPicture;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.augmentation.Augmentation;
import sc.fiji.sparsevit.training.augmentation.MaskedPicture;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.library.BoundedCache;

/**
 * Samples from data sets, from all of them equally often whatever their sizes: the field's balanced
 * sets. Decoded images are kept in about an eighth of the heap. What cannot be read is passed over,
 * and told of.
 */
public final class DatasetSource implements SampleSource {

  private static final int TRIES = 100;

  private final List<List<LabeledImage>> sets;
  private final Augmentation augmentation;
  private final long seed;
  private final SkippedFiles skipped;
  private final BoundedCache<LabeledImage, MaskedPicture> decoded =
      new BoundedCache<>(
          Runtime.getRuntime().maxMemory() / 8,
          masked -> masked.picture().samples().length + masked.mask().length);

  /**
   * @param sets the images of each data set; none is empty
   * @param augmentation ends with what makes all samples equally large
   * @param seed of draws and augmentation
   * @param skipped told of images that cannot be read
   */
  public DatasetSource(
      List<List<LabeledImage>> sets, Augmentation augmentation, long seed, SkippedFiles skipped) {
    this.sets = sets.stream().map(List::copyOf).toList();
    this.augmentation = augmentation;
    this.seed = seed;
    this.skipped = skipped;
  }

  /**
   * @throws UncheckedIOException when hardly anything can be read
   */
  @Override
  public TrainingSample sample(long number) {
    var random = SampleSource.random(seed, number);
    var set = sets.get((int) Math.floorMod(number, (long) sets.size()));
    var changed = augmentation.apply(anyOf(set, random), random);
    var sample = new TrainingSample(changed.picture(), changed.mask(), null, ForgeryKind.UNKNOWN);
    return sample.forgedShare() > 0
        ? sample
        : new TrainingSample(changed.picture(), changed.mask(), null, ForgeryKind.AUTHENTIC);
  }

  private MaskedPicture anyOf(List<LabeledImage> set, RandomGenerator random) {
    IOException failure = null;
    for (int i = 0; i < TRIES; i++) {
      var drawn = set.get(random.nextInt(set.size()));
      try {
        return decoded.get(drawn, DatasetSource::masked);
      } catch (IOException e) {
        failure = e;
        skipped.add(drawn.image(), e);
      }
    }
    throw new UncheckedIOException(
        "almost no image of a data set can be read: " + failure.getMessage(), failure);
  }

  private static MaskedPicture masked(LabeledImage image) throws IOException {
    var labeled = LabeledPicture.read(image);
    var forged = labeled.truth().forged();
    var mask = new byte[forged.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (forged[i] ? 1 : 0);
    }
    return new MaskedPicture(RgbRaster.of(labeled.image().pixels()), mask);
  }
}
