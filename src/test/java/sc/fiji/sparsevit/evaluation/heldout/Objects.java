/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where to cut when nobody drew the objects of a picture. */
final class Objects {
  private static final int PLACES = 3;

  private Objects() {}

  /**
   * The liveliest of a few places: an object is seldom a piece of plain sky.
   *
   * @param shapes give another shape each time, or the same one
   * @return nothing where no shape is as small as the picture
   */
  static Optional<Outline> lively(ColorProcessor picture, Supplier<Outline> shapes, Chance chance) {
    return Stream.generate(shapes)
        .limit(PLACES)
        .flatMap(shape -> somewhere(picture, shape, chance).stream())
        .max(Comparator.comparingDouble(place -> contrast(picture, place)));
  }

  private static Optional<Outline> somewhere(
      ColorProcessor picture, Outline outline, Chance chance) {
    int roomX = picture.getWidth() - outline.bounds().width;
    int roomY = picture.getHeight() - outline.bounds().height;
    return roomX < 0 || roomY < 0
        ? Optional.empty()
        : Optional.of(outline.movedTo(chance.between(0, roomX), chance.between(0, roomY)));
  }

  private static double contrast(ColorProcessor picture, Outline outline) {
    var bounds = outline.bounds();
    return PictureIo.contrast(
        PictureIo.crop(picture, bounds.x, bounds.y, bounds.width, bounds.height));
  }
}
