/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Makes forgeries, and authentic pictures that went through the same files. Immutable; the same
 * seed and index give the same sample on any number of threads.
 *
 * <pre>{@code
 * var library = PhotoLibrary.open(List.of(Path.of("photos")));
 * var synthesizer = new ForgerySynthesizer(library, SynthesisOptions.lite(256, 256));
 * TrainingSample sample = synthesizer.synthesize(seed, index);
 * }</pre>
 */
public final class ForgerySynthesizer {

  private static final int SCENES = 10;
  private static final int TRIES = 5;

  private final SynthesisOptions options;
  private final Studio photographs;
  private final Forger forger;

  public ForgerySynthesizer(PhotoLibrary library, SynthesisOptions options) {
    this.options = options;
    photographs = new PhotoStudio(library, options);
    forger = new Forger(options);
  }

  /** What it was built with. */
  public SynthesisOptions options() {
    return options;
  }

  /**
   * One sample.
   *
   * @param seed of the run
   * @param index of the sample in the run
   * @throws java.io.UncheckedIOException if a photograph cannot be read any more
   */
  public TrainingSample synthesize(long seed, long index) {
    // Splitting scrambles the seed, so that neighbouring indices have nothing in common.
    var random = new SplittableRandom(seed ^ index * 0x9E3779B97F4A7C15L).split();
    var finish = Finish.draw(options.finish(), random);
    var style =
        Style.draw(
            options,
            (int) Math.round(options.width() / finish.factor()),
            (int) Math.round(options.height() / finish.factor()),
            random);
    var studio =
        random.nextDouble() < options.source().figure()
            ? FigureStudio.draw(options.shape(), random)
            : photographs;
    var picture = picture(options.kinds().draw(random), studio, style, random);
    boolean mirrored = studio.mirrorable() && random.nextBoolean();
    return finish
        .apply(
            mirrored ? picture.mirrored() : picture,
            options.width(),
            options.height(),
            style,
            random)
        .toSample();
  }

  /**
   * Tries until the forgery is of a size and strength that can be learnt from; photographs that
   * allow none give authentic pictures.
   */
  private Composition picture(
      ForgeryKind kind, Studio studio, Style style, RandomGenerator random) {
    var scene = studio.scene(style, random);
    for (int i = 1; i <= SCENES * TRIES && kind != ForgeryKind.AUTHENTIC; i++) {
      var forged = forger.forge(kind, scene, studio, style, random);
      if (forged.isPresent()) {
        return forged.get();
      }
      if (i % TRIES == 0) {
        scene = studio.scene(style, random);
      }
    }
    return Composition.of(scene);
  }
}
