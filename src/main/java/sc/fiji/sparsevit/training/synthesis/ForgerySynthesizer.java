/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.Optional;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.TrainingSample;
import sc.fiji.sparsevit.training.synthesis.cutout.RandomOutline;
import sc.fiji.sparsevit.training.synthesis.forgery.Annotations;
import sc.fiji.sparsevit.training.synthesis.forgery.Composition;
import sc.fiji.sparsevit.training.synthesis.forgery.Forger;
import sc.fiji.sparsevit.training.synthesis.forgery.Outlines;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.forgery.Scene;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * Makes forgeries, and authentic pictures that went through the same files. Immutable; the same
 * seed and index give the same sample on any number of threads.
 *
 * <pre>{@code
 * var library = PhotoLibrary.open(List.of(Path.of("photos")), new SkippedFiles(System.err::println));
 * var synthesizer = new ForgerySynthesizer(library, SynthesisOptions.lite(256, 256));
 * TrainingSample sample = synthesizer.synthesize(seed, index);
 * }</pre>
 */
public final class ForgerySynthesizer {

  private static final int SCENES = 10;
  private static final int TRIES = 5;

  /** Share of authentic pictures that were not saved before. */
  private static final double FRESH = 0.6;

  private static final double FIGURES_ANNOTATED = 4;

  private final PhotoLibrary library;
  private final SynthesisOptions options;
  private final Forger forger;

  public ForgerySynthesizer(PhotoLibrary library, SynthesisOptions options) {
    this.library = library;
    this.options = options;
    // A set of nothing but drawn figures is the same whatever the photographs.
    boolean photographs = options.source().figure() < 1;
    forger = new Forger(options, photographs ? Outlines.of(library) : RandomOutline::any);
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
    var random = SampleRandom.of(seed, index);
    var kind = options.kinds().draw(random);
    double untouched = options.source().untouched() * (1 - options.source().figure());
    if (kind == ForgeryKind.AUTHENTIC && random.nextDouble() < untouched) {
      return untouched(random);
    }
    Optional<TrainingSample> sample = Optional.empty();
    for (int i = 0; i < SCENES && sample.isEmpty(); i++) {
      sample = synthesize(kind, random);
    }
    // Photographs that nothing can be done to give authentic samples.
    return sample.or(() -> synthesize(ForgeryKind.AUTHENTIC, random)).orElseThrow();
  }

  /** An unprocessed photograph, whose history is unknown. */
  private TrainingSample untouched(RandomGenerator random) {
    var picture = PhotoStudio.draw(library, options, random).untouched(random);
    var scene = Scene.withoutObjects(picture, History.NONE);
    var whole = Composition.of(scene).padded(options.width(), options.height()).picture();
    return new TrainingSample(whole, new byte[whole.pixels()], null, ForgeryKind.AUTHENTIC);
  }

  private Optional<TrainingSample> synthesize(ForgeryKind kind, RandomGenerator random) {
    var studio = studio(random);
    var finish =
        Finish.draw(
            options.finish(), studio.leastFactor(options.width(), options.height()), random);
    var drawn = SampleStyle.draw(options, finish.factor(), random);
    boolean fresh = kind == ForgeryKind.AUTHENTIC && random.nextDouble() < FRESH;
    var style = fresh ? drawn.fresh() : drawn;
    var scene = studio.scene(style, random);
    return picture(kind, scene, studio, style, random)
        .map(picture -> studio.mirrorable() && random.nextBoolean() ? picture.mirrored() : picture)
        .map(
            picture ->
                random.nextDouble() < annotated(studio) ? Annotations.on(picture, random) : picture)
        .map(picture -> finish.apply(picture, options.width(), options.height(), style, random))
        .map(picture -> picture.padded(options.width(), options.height()).toSample())
        .map(sample -> studio.historyKnown() ? sample : sample.withoutHistory());
  }

  private Studio studio(RandomGenerator random) {
    var source = options.source();
    double choice = random.nextDouble();
    if (choice < source.figure()) {
      return FigureStudio.draw(options.shape(), random);
    }
    if (choice < source.figure() + source.page()) {
      return new PageStudio(library, options);
    }
    return choice < source.figure() + source.page() + source.sister()
        ? new SisterStudio(library, options)
        : PhotoStudio.draw(library, options, random);
  }

  /** Figures have letters and arrows on top more often than photographs. */
  private double annotated(Studio studio) {
    double share = options.source().annotated();
    return studio.mirrorable() ? share : Math.min(1, FIGURES_ANNOTATED * share);
  }

  /** Tries until the forgery is of a size and strength that can be learned from. */
  private Optional<Composition> picture(
      ForgeryKind kind, Scene scene, Studio studio, SampleStyle style, RandomGenerator random) {
    if (kind == ForgeryKind.AUTHENTIC) {
      return Optional.of(Composition.of(scene));
    }
    Optional<Composition> forged = Optional.empty();
    for (int i = 0; i < TRIES && forged.isEmpty(); i++) {
      forged = forger.forge(kind, scene, studio::splice, style, random);
    }
    return forged;
  }
}
