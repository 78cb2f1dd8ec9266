/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.raster.RgbRaster;

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

  /** What people remove is smaller than what they add. */
  private static final double REMOVED_SIZE = 0.7;

  private static final int SCENES = 10;
  private static final int TRIES = 5;
  private static final Range FORGED_SHARE = new Range(0.002, 0.6);

  /** Mean change in gray levels below which a forgery would be nothing but a wrong label. */
  private static final double LEAST_CHANGE = 2;

  private final SynthesisOptions options;
  private final Regions regions;
  private final Blending blending;
  private final Studio photographs;
  private final Forgery copyMove;
  private final Forgery removal;
  private final Forgery retouch;

  public ForgerySynthesizer(PhotoLibrary library, SynthesisOptions options) {
    this.options = options;
    regions = new Regions(options.shape());
    blending = new Blending(options);
    photographs = new PhotoStudio(library, options);
    copyMove = new CopyMove(regions);
    removal = new Removal(new Regions(options.shape().scaled(REMOVED_SIZE)));
    retouch = new Retouch(regions);
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
        random.nextDouble() < options.figure() ? FigureStudio.draw(regions, random) : photographs;
    var picture = picture(kind(random), studio, style, random);
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

  private ForgeryKind kind(RandomGenerator random) {
    if (random.nextDouble() < options.authentic()) {
      return ForgeryKind.AUTHENTIC;
    }
    double choice = random.nextDouble() - options.splice();
    if (choice < 0) {
      return ForgeryKind.SPLICE;
    }
    choice -= options.copyMove();
    if (choice < 0) {
      return ForgeryKind.COPY_MOVE;
    }
    return choice < options.inpainting() ? ForgeryKind.INPAINTING : ForgeryKind.RETOUCHING;
  }

  /**
   * Tries until the forgery is of a size and strength that can be learnt from; a library that
   * allows none gives authentic pictures.
   */
  private Composition picture(
      ForgeryKind kind, Studio studio, Style style, RandomGenerator random) {
    var scene = studio.scene(style, random);
    if (kind == ForgeryKind.AUTHENTIC) {
      return Composition.of(scene);
    }
    for (int i = 0; i < SCENES * TRIES; i++) {
      if (i > 0 && i % TRIES == 0) {
        scene = studio.scene(style, random);
      }
      var once = forged(Composition.of(scene), scene, kind, studio, style, random);
      if (once.isPresent()) {
        return random.nextDouble() < options.shape().second()
            ? forged(once.get(), scene, kind, studio, style, random).orElse(once.get())
            : once.get();
      }
    }
    return Composition.of(scene);
  }

  private Optional<Composition> forged(
      Composition below,
      Scene scene,
      ForgeryKind kind,
      Studio studio,
      Style style,
      RandomGenerator random) {
    var patch =
        switch (kind) {
          case SPLICE -> blending.fit(studio.splice(scene, style, random), scene.picture(), random);
          case COPY_MOVE ->
              blending.fit(copyMove.forge(scene, style, random), scene.picture(), random);
          case INPAINTING -> removal.forge(scene, style, random);
          case RETOUCHING -> blending.soften(retouch.forge(scene, style, random), random);
          case AUTHENTIC ->
              throw new IllegalArgumentException("an authentic picture is not forged");
        };
    var result = below.with(patch, kind);
    double share = result.forgedShare();
    return FORGED_SHARE.contains(share)
            && share > below.forgedShare()
            && change(below.picture(), result) >= LEAST_CHANGE
        ? Optional.of(result)
        : Optional.empty();
  }

  private static double change(RgbRaster before, Composition after) {
    long sum = 0;
    long count = 0;
    int pixels = before.pixels();
    for (int i = 0; i < pixels; i++) {
      if (after.layers()[i] == after.histories().size() - 1) {
        for (int j = i; j < 3 * pixels; j += pixels) {
          sum += Math.abs((before.samples()[j] & 255) - (after.picture().samples()[j] & 255));
          count++;
        }
      }
    }
    return count == 0 ? 0 : (double) sum / count;
  }
}
