/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Rectangle;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.raster.FloatPlane;
import sc.fiji.sparsevit.training.raster.Interpolation;
import sc.fiji.sparsevit.training.raster.Rotation;

/** Something from another photograph: an object with its own pixels, or any part of it. */
final class Splice implements Forgery {

  private static final double TURNED = 0.2;
  private static final Range DEGREES = new Range(-25, 25);
  private static final double SMALLEST_OBJECT = 500;
  private static final int TRIES = 8;
  private static final Range OBJECT_FACTOR = new Range(0.2, 2);

  private final PhotoLibrary library;
  private final SceneMaker scenes;
  private final Regions regions;

  Splice(PhotoLibrary library, SceneMaker scenes, Regions regions) {
    this.library = library;
    this.scenes = scenes;
    this.regions = regions;
  }

  @Override
  public Patch forge(Scene scene, Style style, RandomGenerator random) {
    boolean object =
        !library.withObjects().isEmpty() && random.nextDouble() < regions.options().object();
    var patch = object ? object(style, random) : part(style, random);
    if (random.nextBoolean()) {
      patch = patch.mirrored();
    }
    if (random.nextDouble() < TURNED) {
      patch = patch.turned(new Rotation(DEGREES.draw(random), Interpolation.BICUBIC));
    }
    return patch;
  }

  private Patch object(Style style, RandomGenerator random) {
    Photo photo;
    Cutout object;
    int tries = 0;
    do {
      var rich = library.withObjects();
      photo = library.photos().get(rich.get(random.nextInt(rich.size())));
      object = library.object(photo, random.nextInt(photo.objectMasks().size()));
    } while (object.area() < SMALLEST_OBJECT && ++tries < TRIES);
    var drawn = style.pasted().draw(random);
    double radius = Math.sqrt(object.area() / Math.PI);
    var wanted = regions.options().radius();
    var factors =
        new Range(wanted.low() * style.extent() / radius, wanted.high() * style.extent() / radius);
    double factor = OBJECT_FACTOR.clamp(factors.clamp(factor(photo, drawn, style, random)));
    int margin = (int) Math.ceil(MARGIN / factor);
    var opacity = object.opacity().padded(margin);
    var part =
        new Rectangle(object.x() - margin, object.y() - margin, opacity.width(), opacity.height());
    int width = Math.max(1, (int) Math.round(part.width * factor));
    int height = Math.max(1, (int) Math.round(part.height * factor));
    // Things keep the height in the picture that they had: feet on the ground, birds in the sky.
    double level =
        (part.getCenterY() / photo.height() + 0.12 * random.nextGaussian()) * style.height();
    int y =
        style.wholePicture()
            ? (int) Math.round(level - height / 2.0)
            : Regions.position(style.height(), height, random);
    return patch(
        photo,
        part,
        Interpolation.AREA.resize(opacity, width, height),
        Regions.position(style.width(), width, random),
        y,
        drawn,
        random);
  }

  private Patch part(Style style, RandomGenerator random) {
    var photo = library.photos().get(random.nextInt(library.photos().size()));
    var opacity = regions.outline(style, random).padded(MARGIN);
    var drawn = style.pasted().draw(random);
    double smallest =
        Math.max(
            (double) opacity.width() / photo.width(), (double) opacity.height() / photo.height());
    double factor = Math.max(smallest, factor(photo, drawn, style, random));
    int width = Math.min(photo.width(), (int) Math.round(opacity.width() / factor));
    int height = Math.min(photo.height(), (int) Math.round(opacity.height() / factor));
    var part =
        new Rectangle(
            random.nextInt(photo.width() - width + 1),
            random.nextInt(photo.height() - height + 1),
            width,
            height);
    return patch(
        photo,
        part,
        opacity,
        Regions.position(style.width(), opacity.width(), random),
        Regions.position(style.height(), opacity.height(), random),
        drawn,
        random);
  }

  /** In a whole picture the donor was made as small as the host, give or take. */
  private double factor(Photo photo, History drawn, Style style, RandomGenerator random) {
    double shrink =
        style.wholePicture()
            ? style.extent()
                / Math.sqrt((double) photo.width() * photo.height())
                * (0.8 + 0.5 * random.nextDouble())
            : scenes.shrink(random);
    return drawn.factor() * shrink;
  }

  private Patch patch(
      Photo photo,
      Rectangle part,
      FloatPlane opacity,
      int x,
      int y,
      History drawn,
      RandomGenerator random) {
    double factor = (double) opacity.width() / part.width;
    var history = new History(factor, drawn.blur(), drawn.noise(), drawn.quality());
    var picture =
        Darkroom.develop(
            library.pixels(photo), part, opacity.width(), opacity.height(), history, random);
    return new Patch(picture, opacity, x, y, history);
  }
}
