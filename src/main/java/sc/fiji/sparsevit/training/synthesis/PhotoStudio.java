/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Rectangle;
import java.util.List;
import java.util.random.RandomGenerator;

/** Photographs, whole or in part. */
final class PhotoStudio implements Studio {

  /** An object that is cut off by more than this is not offered. */
  private static final double VISIBLE_SHARE = 0.85;

  /** Objects of a size worth copying or removing, relative to the picture. */
  private static final Range OBJECT_SHARE = new Range(0.005, 0.35);

  private static final int OBJECT_TRIES = 4;
  private static final double HOST_WITH_OBJECTS = 0.3;
  private static final Range WHOLE = new Range(1, 1.15);
  private static final int GRID = 8;

  private final PhotoLibrary library;
  private final SynthesisOptions options;
  private final Splice splice;

  PhotoStudio(PhotoLibrary library, SynthesisOptions options) {
    this.library = library;
    this.options = options;
    splice = new Splice(library, options);
  }

  @Override
  public Scene scene(Style style, RandomGenerator random) {
    var photo = host(random);
    var drawn = style.drawHost(random);
    double cover =
        Math.max((double) style.width() / photo.width(), (double) style.height() / photo.height());
    var scaling =
        style.wholePicture()
            ? wholePicture(cover, drawn, random)
            : Scaling.draw(options.source(), drawn, random)
                .within(new Range(cover, Double.MAX_VALUE));
    boolean aligned = style.wholePicture() || random.nextDouble() < options.finish().alignedGrid();
    var part = part(photo, style, scaling, aligned, random);
    var cut = photo.pixels().crop(part.x, part.y, part.width, part.height);
    var history = scaling.into(drawn);
    var picture =
        Darkroom.processed(
            Darkroom.scaled(cut, scaling, style.width(), style.height(), random),
            history,
            aligned,
            random);
    return new Scene(picture, history, objects(photo, part, style, random));
  }

  @Override
  public boolean mirrorable() {
    return true;
  }

  @Override
  public Patch splice(Scene scene, Style style, RandomGenerator random) {
    return splice.forge(scene, style, random);
  }

  private static Scaling wholePicture(double cover, History drawn, RandomGenerator random) {
    double total = cover * WHOLE.draw(random);
    return new Scaling(Math.min(1, total / drawn.factor()), drawn.factor())
        .within(new Range(total, total));
  }

  private Photo host(RandomGenerator random) {
    boolean rich = library.sizeWithObjects() > 0 && random.nextDouble() < HOST_WITH_OBJECTS;
    return rich ? library.anyWithObjects(random) : library.any(random);
  }

  /** A part anywhere; an aligned one keeps the grid of an unscaled photograph's own JPEG. */
  private static Rectangle part(
      Photo photo, Style style, Scaling scaling, boolean aligned, RandomGenerator random) {
    int width = Math.min(photo.width(), Darkroom.length(style.width() / scaling.total()));
    int height = Math.min(photo.height(), Darkroom.length(style.height() / scaling.total()));
    int x = random.nextInt(photo.width() - width + 1);
    int y = random.nextInt(photo.height() - height + 1);
    return aligned
        ? new Rectangle(x - x % GRID, y - y % GRID, width, height)
        : new Rectangle(x, y, width, height);
  }

  /** An object that is in the picture, if one is found. */
  private List<Cutout> objects(Photo photo, Rectangle part, Style style, RandomGenerator random) {
    int tries = photo.objectMasks().isEmpty() ? 0 : OBJECT_TRIES;
    for (int i = 0; i < tries; i++) {
      var object = library.anyObject(photo, random);
      var visible = object.bounds().intersection(part);
      if (!visible.isEmpty()) {
        var cut = object.crop(visible);
        double factor = (double) style.width() / part.width;
        double share = cut.area() * factor * factor / (style.width() * style.height());
        if (cut.area() > VISIBLE_SHARE * object.area() && OBJECT_SHARE.contains(share)) {
          return List.of(cut.moved(-part.x, -part.y).scaled(factor));
        }
      }
    }
    return List.of();
  }
}
