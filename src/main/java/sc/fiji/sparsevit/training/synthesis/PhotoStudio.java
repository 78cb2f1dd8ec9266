/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Rectangle;
import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.raster.Interpolation;

/** Photographs, whole or in part. */
final class PhotoStudio implements Studio {

  /** An object that is cut off by more than this is not offered. */
  private static final double VISIBLE_SHARE = 0.85;

  /** Objects of a size worth copying or removing, relative to the picture. */
  private static final Range OBJECT_SHARE = new Range(0.005, 0.35);

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

  private List<Cutout> objects(Photo photo, Rectangle part, Style style, RandomGenerator random) {
    if (photo.objectMasks().isEmpty()) {
      return List.of();
    }
    var object = library.anyObject(photo, random);
    var bounds =
        new Rectangle(object.x(), object.y(), object.opacity().width(), object.opacity().height());
    var visible = bounds.intersection(part);
    if (visible.isEmpty()) {
      return List.of();
    }
    var cut =
        object
            .opacity()
            .crop(visible.x - object.x(), visible.y - object.y(), visible.width, visible.height);
    double factor = (double) style.width() / part.width;
    var fitted =
        new Cutout(
            (int) Math.round((visible.x - part.x) * factor),
            (int) Math.round((visible.y - part.y) * factor),
            Interpolation.AREA.resize(
                cut,
                Darkroom.length(visible.width * factor),
                Darkroom.length(visible.height * factor)));
    double share = fitted.area() / (style.width() * style.height());
    boolean whole = new Cutout(0, 0, cut).area() > VISIBLE_SHARE * object.area();
    return whole && OBJECT_SHARE.contains(share) ? List.of(fitted) : List.of();
  }
}
