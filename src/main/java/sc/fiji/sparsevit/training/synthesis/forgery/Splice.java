/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.Rotation;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.cutout.Matte;
import sc.fiji.sparsevit.training.synthesis.cutout.Segmentation;
import sc.fiji.sparsevit.training.synthesis.library.Photo;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.Range;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/** Something from another photograph: an object with its own pixels, or any part of it. */
public final class Splice implements Forgery {

  private static final double PLAUSIBLE = 0.7;

  /** Share of what is pasted neither scaled nor turned nor processed, as most is in real ones. */
  private static final double PLAIN = 0.4;

  /**
   * Share of the objects that are small, and their radius as in {@link
   * sc.fiji.sparsevit.training.synthesis.options.ShapeOptions#radius()}.
   */
  private static final double SMALL = 0.2;

  private static final double SMALL_RADIUS = 0.08;
  private static final double TURNED = 0.2;
  private static final Range DEGREES = new Range(-25, 25);
  private static final double SMALLEST_OBJECT = 500;
  private static final int TRIES = 8;
  private static final Range OBJECT_TOTAL = new Range(0.1, 2);
  private static final Range DONOR = new Range(0.8, 1.3);

  private final PhotoLibrary library;
  private final SynthesisOptions options;
  private final RegionChoice regions;

  public Splice(PhotoLibrary library, SynthesisOptions options) {
    this.library = library;
    this.options = options;
    regions = new RegionChoice(options.shape(), Outlines.of(library));
  }

  @Override
  public Patch forge(Scene scene, SampleStyle style, RandomGenerator random) {
    boolean object = random.nextDouble() < options.shape().object();
    return object ? object(scene, style, random) : part(scene, style, random);
  }

  private Patch object(Scene scene, SampleStyle style, RandomGenerator random) {
    boolean found = !library.hasDonors() || random.nextDouble() < options.shape().found();
    for (int i = 0; i < TRIES; i++) {
      var photo = found ? library.any(random) : library.anyDonor(random);
      var object =
          found
              ? Segmentation.of(photo.small(), random).anything(random)
              : library.anyObject(photo, random);
      if (object.area() >= SMALLEST_OBJECT) {
        return object(photo, object, scene, style, random);
      }
    }
    return part(scene, style, random);
  }

  private Patch object(
      Photo photo, Cutout object, Scene scene, SampleStyle style, RandomGenerator random) {
    boolean plain = random.nextDouble() < PLAIN;
    var drawn = plain ? style.plainPasted(random) : style.drawPasted(random);
    double unit = scene.extent() / Math.sqrt(object.area() / Math.PI);
    var radius = options.shape().radius();
    double largest = random.nextDouble() < SMALL ? SMALL_RADIUS : radius.high();
    double most = plain ? 1 : OBJECT_TOTAL.high();
    var scaling =
        scaling(photo, drawn, scene, style, random)
            .within(new Range(radius.low() * unit, largest * unit))
            .within(new Range(Math.min(most, OBJECT_TOTAL.low()), most));
    int margin = (int) Math.ceil(Cutout.MARGIN / scaling.total());
    var around =
        new Cutout(object.x() - margin, object.y() - margin, object.opacity().padded(margin));
    int width = Interpolation.length(around.opacity().width() * scaling.total());
    int height = Interpolation.length(around.opacity().height() * scaling.total());
    var cut =
        photo
            .pixels()
            .crop(around.x(), around.y(), around.opacity().width(), around.opacity().height());
    var opacity = Interpolation.AREA.resize(around.opacity(), width, height);
    var patch = patch(cut, opacity, options.shape().fitted(), scaling, drawn, random);
    return placed(patch, CutOffSides.of(object, photo), !plain, scene, random);
  }

  private static Patch placed(
      Patch patch, CutOffSides sides, boolean turnable, Scene scene, RandomGenerator random) {
    boolean mirrored = random.nextBoolean();
    var seen = mirrored ? patch.mirrored() : patch;
    if (turnable && !sides.any()) {
      seen = turned(seen, random);
    }
    return random.nextDouble() < PLAUSIBLE
        ? (mirrored ? sides.mirrored() : sides).place(seen, scene.picture(), random)
        : PatchPlacement.anywhere(seen, scene, random);
  }

  private Patch part(Scene scene, SampleStyle style, RandomGenerator random) {
    var photo = library.any(random);
    var opacity = regions.outline(scene, random).padded(Cutout.MARGIN);
    boolean plain = random.nextDouble() < PLAIN;
    var drawn = plain ? style.plainPasted(random) : style.drawPasted(random);
    double cover =
        Math.max(
            (double) opacity.width() / photo.width(), (double) opacity.height() / photo.height());
    var scaling =
        scaling(photo, drawn, scene, style, random).within(new Range(cover, Double.MAX_VALUE));
    int width = Math.min(photo.width(), Interpolation.length(opacity.width() / scaling.total()));
    int height = Math.min(photo.height(), Interpolation.length(opacity.height() / scaling.total()));
    var cut =
        photo
            .pixels()
            .crop(
                random.nextInt(photo.width() - width + 1),
                random.nextInt(photo.height() - height + 1),
                width,
                height);
    var patch = patch(cut, opacity, 0, scaling, drawn, random);
    var seen = random.nextBoolean() ? patch.mirrored() : patch;
    return PatchPlacement.anywhere(plain ? seen : turned(seen, random), scene, random);
  }

  private static Patch turned(Patch patch, RandomGenerator random) {
    return random.nextDouble() < TURNED
        ? patch.turned(new Rotation(DEGREES.draw(random), Interpolation.BICUBIC))
        : patch;
  }

  /** In a whole picture the donor was made as small as the host, give or take. */
  private Scaling scaling(
      Photo photo, History drawn, Scene scene, SampleStyle style, RandomGenerator random) {
    if (!style.wholePicture()) {
      return Scaling.draw(options.source(), drawn, random);
    }
    double cover = scene.extent() / Math.sqrt((double) photo.width() * photo.height());
    return new Scaling(Math.min(1, cover * DONOR.draw(random)), drawn.factor());
  }

  /**
   * @param fitted probability that the outline is moved onto the edges of what is in it
   */
  private static Patch patch(
      RgbRaster cut,
      FloatPlane opacity,
      double fitted,
      Scaling scaling,
      History drawn,
      RandomGenerator random) {
    var history = scaling.into(drawn);
    var scaled = Processing.scaled(cut, scaling, opacity.width(), opacity.height(), random);
    boolean moved = fitted > 0 && random.nextDouble() < fitted;
    var outline = moved ? Matte.fitted(opacity, scaled) : opacity;
    return new Patch(Processing.processed(scaled, history, random), outline, 0, 0, history);
  }
}
