/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.Optional;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.sample.ForgeryKind;
import sc.fiji.sparsevit.training.synthesis.options.Range;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/** Forges scenes, and rejects forgeries that teach nothing. */
public final class Forger {

  /** What people remove is smaller than what they add. */
  private static final double REMOVED_SIZE = 0.7;

  private static final Range FORGED_SHARE = new Range(0.002, 0.6);

  /** Mean change in gray levels below which a forgery would be nothing but a wrong label. */
  private static final double LEAST_CHANGE = 2;

  private final double second;
  private final Blending blending;
  private final Forgery copyMove;
  private final Forgery removal;
  private final Forgery retouch;

  /**
   * @param outlines of what follows no object
   */
  public Forger(SynthesisOptions options, Outlines outlines) {
    var regions = new RegionChoice(options.shape(), outlines);
    second = options.shape().second();
    blending = new Blending(options.blend());
    copyMove = new CopyMove(regions);
    removal = new Removal(new RegionChoice(options.shape().scaled(REMOVED_SIZE), outlines));
    retouch = new Retouch(regions);
  }

  /**
   * The scene with one or two forged regions, or nothing if it did not come out well.
   *
   * @param splice where a splice comes from
   */
  public Optional<Composition> forge(
      ForgeryKind kind, Scene scene, Forgery splice, SampleStyle style, RandomGenerator random) {
    var once = add(Composition.of(scene), kind, scene, splice, style, random);
    return once.isPresent() && random.nextDouble() < second
        ? add(once.get(), kind, scene, splice, style, random).or(() -> once)
        : once;
  }

  private Optional<Composition> add(
      Composition below,
      ForgeryKind kind,
      Scene scene,
      Forgery splice,
      SampleStyle style,
      RandomGenerator random) {
    var patch =
        switch (kind) {
          case SPLICE -> blending.fit(splice.forge(scene, style, random), scene.picture(), random);
          case COPY_MOVE ->
              blending.fit(copyMove.forge(scene, style, random), scene.picture(), random);
          case INPAINTING -> removal.forge(scene, style, random);
          case RETOUCHING -> blending.soften(retouch.forge(scene, style, random), random);
          case AUTHENTIC, UNKNOWN ->
              throw new IllegalArgumentException("there is no forgery of the kind " + kind);
        };
    var result = below.with(patch, kind);
    double share = result.forgedShare();
    if (!FORGED_SHARE.contains(share)
        || share <= below.forgedShare()
        || result.changeFrom(below.picture()) < LEAST_CHANGE) {
      return Optional.empty();
    }
    var smudge = blending.smudge(patch, result.picture(), random);
    return Optional.of(smudge.map(band -> result.with(band, kind)).orElse(result));
  }
}
