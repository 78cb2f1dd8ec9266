/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Rectangle;
import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.cutout.Segmentation;
import sc.fiji.sparsevit.training.synthesis.forgery.Optics;
import sc.fiji.sparsevit.training.synthesis.forgery.Patch;
import sc.fiji.sparsevit.training.synthesis.forgery.Processing;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.forgery.Scaling;
import sc.fiji.sparsevit.training.synthesis.forgery.Scene;
import sc.fiji.sparsevit.training.synthesis.forgery.Splice;
import sc.fiji.sparsevit.training.synthesis.library.Photo;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.Range;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * A photograph, whole or in part; splices come from others.
 *
 * @param host the photograph
 * @param library of the others
 */
record PhotoStudio(Photo host, PhotoLibrary library, SynthesisOptions options) implements Studio {

  /** An object that is cut off by more than this is not offered. */
  private static final double VISIBLE_SHARE = 0.85;

  /** Objects of a size worth copying or removing, relative to the picture. */
  private static final Range OBJECT_SHARE = new Range(0.005, 0.35);

  private static final int OBJECT_TRIES = 4;
  private static final double HOST_WITH_OBJECTS = 0.3;
  private static final Range WHOLE = new Range(1, 1.15);

  private static final int HOST_TRIES = 5;

  /** Hosts fill at least so much of a sample; the rest is padded. */
  private static final double FILLED = 0.7;

  static PhotoStudio draw(PhotoLibrary library, SynthesisOptions options, RandomGenerator random) {
    Photo host;
    int tries = 0;
    do {
      boolean rich = library.sizeWithObjects() > 0 && random.nextDouble() < HOST_WITH_OBJECTS;
      host = rich ? library.anyWithObjects(random) : library.any(random);
    } while (filled(host, options) < FILLED && ++tries < HOST_TRIES);
    return new PhotoStudio(host, library, options);
  }

  private static double filled(Photo photo, SynthesisOptions options) {
    return Math.min(1, (double) photo.width() / options.width())
        * Math.min(1, (double) photo.height() / options.height());
  }

  @Override
  public double leastFactor(int width, int height) {
    return Math.max((double) width / host.width(), (double) height / host.height());
  }

  @Override
  public Scene scene(SampleStyle style, RandomGenerator random) {
    var drawn = style.drawHost(random);
    // A photograph that is too small stays small rather than being enlarged.
    double least = Math.min(1, leastFactor(style.width(), style.height()));
    var scaling =
        style.wholePicture()
            ? wholePicture(least, drawn, random)
            : Scaling.draw(options.source(), drawn, random)
                .within(new Range(least, Double.MAX_VALUE));
    int width = Math.min(style.width(), Interpolation.length(host.width() * scaling.total()));
    int height = Math.min(style.height(), Interpolation.length(host.height() * scaling.total()));
    boolean aligned = style.wholePicture() || random.nextDouble() < options.finish().alignedGrid();
    var part = part(width / scaling.total(), height / scaling.total(), aligned, random);
    var cut = host.pixels().crop(part.x, part.y, part.width, part.height);
    var history = scaling.into(aligned ? drawn.withGrid(JpegGrid.CORNER) : drawn);
    var seen = Processing.scaled(cut, scaling, width, height, random);
    if (random.nextDouble() < options.source().optics()) {
      seen = throughLens(seen, random);
    }
    var picture = Processing.processed(seen, history, random);
    double factor = (double) width / part.width;
    return new Scene(picture, history, Scene.once(() -> objects(part, factor, picture, random)));
  }

  @Override
  public boolean mirrorable() {
    return true;
  }

  @Override
  public Patch splice(Scene scene, SampleStyle style, RandomGenerator random) {
    boolean beside = random.nextDouble() < options.source().sameOrigin();
    return new Splice(beside ? library.beside(host) : library, options).forge(scene, style, random);
  }

  /** A part of the photograph that nothing was done to, its blocks where windows see them. */
  RgbRaster untouched(RandomGenerator random) {
    var part = part(options.width(), options.height(), true, random);
    return host.pixels().crop(part.x, part.y, part.width, part.height);
  }

  private static RgbRaster throughLens(RgbRaster picture, RandomGenerator random) {
    if (random.nextInt(4) == 0) {
      return Optics.night(picture, random);
    }
    var object = Segmentation.of(picture, random).anything(random);
    return object.area() > 0 ? Optics.focused(picture, object, random) : picture;
  }

  private static Scaling wholePicture(double least, History drawn, RandomGenerator random) {
    double total = Math.min(1, least * WHOLE.draw(random));
    return new Scaling(Math.min(1, total / drawn.factor()), drawn.factor())
        .within(new Range(total, total));
  }

  /** A part anywhere; an aligned one keeps the grid of an unscaled photograph's own JPEG. */
  private Rectangle part(
      double exactWidth, double exactHeight, boolean aligned, RandomGenerator random) {
    int width = Math.min(host.width(), Interpolation.length(exactWidth));
    int height = Math.min(host.height(), Interpolation.length(exactHeight));
    int x = random.nextInt(host.width() - width + 1);
    int y = random.nextInt(host.height() - height + 1);
    return aligned
        ? new Rectangle(x - x % JpegGrid.BLOCK, y - y % JpegGrid.BLOCK, width, height)
        : new Rectangle(x, y, width, height);
  }

  /** An object that is in the picture, if one is found. */
  private List<Cutout> objects(
      Rectangle part, double factor, RgbRaster picture, RandomGenerator random) {
    boolean found = host.objectMasks().isEmpty() || random.nextDouble() < options.shape().found();
    var segmentation = found ? Segmentation.of(host.small(), random) : null;
    for (int i = 0; i < OBJECT_TRIES; i++) {
      var object = found ? segmentation.anything(random) : library.anyObject(host, random);
      var visible = object.bounds().intersection(part);
      if (!visible.isEmpty()) {
        var cut = object.crop(visible);
        double share = cut.area() / (part.width * part.height);
        if (cut.area() > VISIBLE_SHARE * object.area() && OBJECT_SHARE.contains(share)) {
          var outline = cut.moved(-part.x, -part.y).scaled(factor);
          boolean fitted = random.nextDouble() < options.shape().fitted();
          return List.of(fitted ? outline.fittedTo(picture) : outline);
        }
      }
    }
    return List.of();
  }
}
