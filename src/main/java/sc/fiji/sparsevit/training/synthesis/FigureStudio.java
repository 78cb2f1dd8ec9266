/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.awt.Rectangle;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.figure.Figure;
import sc.fiji.sparsevit.training.figure.FigureArtist;
import sc.fiji.sparsevit.training.figure.Figures;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;
import sc.fiji.sparsevit.training.synthesis.cutout.RandomOutline;
import sc.fiji.sparsevit.training.synthesis.forgery.Patch;
import sc.fiji.sparsevit.training.synthesis.forgery.PatchPlacement;
import sc.fiji.sparsevit.training.synthesis.forgery.Processing;
import sc.fiji.sparsevit.training.synthesis.forgery.RegionChoice;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.forgery.Scene;
import sc.fiji.sparsevit.training.synthesis.options.ShapeOptions;

/**
 * Drawn scientific figures of one kind; splices come from other figures of that kind.
 *
 * @param artist draws them
 * @param look seed of what figures of one experiment have in common
 * @param regions where nothing is known that could be copied
 */
record FigureStudio(FigureArtist artist, long look, RegionChoice regions) implements Studio {

  /** More outlines than that would take longer to draw than the figure. */
  private static final int MOST_ELEMENTS = 12;

  private static final double SMALLEST_AREA = 40;
  private static final double SAME_EXPERIMENT = 0.75;

  static FigureStudio draw(ShapeOptions shapes, RandomGenerator random) {
    return new FigureStudio(
        Figures.artist(random), random.nextLong(), new RegionChoice(shapes, RandomOutline::any));
  }

  @Override
  public Scene scene(SampleStyle style, RandomGenerator random) {
    return scene(style.drawHost(random), look, style, random);
  }

  @Override
  public double leastFactor(int width, int height) {
    return 0;
  }

  @Override
  public boolean mirrorable() {
    return false;
  }

  @Override
  public Patch splice(Scene scene, SampleStyle style, RandomGenerator random) {
    long otherLook = random.nextDouble() < SAME_EXPERIMENT ? look : random.nextLong();
    var donor = scene(style.drawPasted(random), otherLook, style, random);
    var region = regions.within(donor, random).inside(donor.picture());
    return PatchPlacement.anywhere(Patch.cut(donor, region), scene, random);
  }

  private Scene scene(History drawn, long seed, SampleStyle style, RandomGenerator random) {
    var figure =
        artist.draw(
            Interpolation.length(style.width() / drawn.factor()),
            Interpolation.length(style.height() / drawn.factor()),
            new SplittableRandom(seed),
            random);
    var resized =
        Processing.interpolation(random).resize(figure.picture(), style.width(), style.height());
    var picture = Processing.processed(resized, drawn, random);
    return new Scene(
        picture, drawn, Scene.once(() -> cutouts(figure, drawn.factor(), picture, random)));
  }

  private static List<Cutout> cutouts(
      Figure figure, double factor, RgbRaster picture, RandomGenerator random) {
    var page = new Rectangle(picture.width(), picture.height());
    var cutouts = new ArrayList<Cutout>();
    int count = figure.elements().size();
    for (int i = 0; i < Math.min(count, MOST_ELEMENTS); i++) {
      Shape element = figure.elements().get(random.nextInt(count));
      var cutout = RandomOutline.cutout(element, factor);
      boolean inside = page.contains(cutout.bounds());
      if (inside && cutout.area() >= SMALLEST_AREA) {
        cutouts.add(cutout);
      }
    }
    return cutouts;
  }
}
