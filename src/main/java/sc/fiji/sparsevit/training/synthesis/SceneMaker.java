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

/** Takes hosts from photographs. */
final class SceneMaker {

  /** An object that is cut off by more than this is not offered. */
  private static final double VISIBLE_SHARE = 0.85;

  /** Objects of a size worth copying or removing, relative to the picture. */
  private static final Range OBJECT_SHARE = new Range(0.005, 0.35);

  private static final double HOST_WITH_OBJECTS = 0.3;

  private final PhotoLibrary library;
  private final SynthesisOptions options;

  SceneMaker(PhotoLibrary library, SynthesisOptions options) {
    this.library = library;
    this.options = options;
  }

  Scene make(Style style, RandomGenerator random) {
    var photo = host(random);
    var drawn = style.host().draw(random);
    double cover =
        Math.max((double) style.width() / photo.width(), (double) style.height() / photo.height());
    double factor = drawn.factor() * shrink(random);
    if (style.wholePicture()) {
      factor = cover * (1 + 0.15 * random.nextDouble());
    }
    factor = Math.max(cover, factor);
    int width = Math.min(photo.width(), (int) Math.round(style.width() / factor));
    int height = Math.min(photo.height(), (int) Math.round(style.height() / factor));
    var part =
        new Rectangle(
            random.nextInt(photo.width() - width + 1),
            random.nextInt(photo.height() - height + 1),
            width,
            height);
    var history =
        new History((double) style.width() / width, drawn.blur(), drawn.noise(), drawn.quality());
    var picture =
        Darkroom.develop(
            library.pixels(photo), part, style.width(), style.height(), history, random);
    return new Scene(picture, history, objects(photo, part, style, random));
  }

  private Photo host(RandomGenerator random) {
    var rich = library.withObjects();
    boolean chosen = !rich.isEmpty() && random.nextDouble() < HOST_WITH_OBJECTS;
    int index =
        chosen ? rich.get(random.nextInt(rich.size())) : random.nextInt(library.photos().size());
    return library.photos().get(index);
  }

  /** The factor that takes a photograph's own traces away, or 1. */
  double shrink(RandomGenerator random) {
    return random.nextDouble() < options.priorShrink() ? options.priorFactor().draw(random) : 1;
  }

  private List<Cutout> objects(Photo photo, Rectangle part, Style style, RandomGenerator random) {
    if (photo.objectMasks().isEmpty()) {
      return List.of();
    }
    var object = library.object(photo, random.nextInt(photo.objectMasks().size()));
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
                Math.max(1, (int) Math.round(visible.width * factor)),
                Math.max(1, (int) Math.round(visible.height * factor))));
    double share = fitted.area() / (style.width() * style.height());
    boolean whole = new Cutout(0, 0, cut).area() > VISIBLE_SHARE * object.area();
    return whole && OBJECT_SHARE.contains(share) ? List.of(fitted) : List.of();
  }
}
