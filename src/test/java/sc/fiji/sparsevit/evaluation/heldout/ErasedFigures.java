/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.awt.Point;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A part of a scientific picture erased as people do it in a picture editor: painted over with the
 * color around it, with or without grain, covered with ground from elsewhere, filled smoothly from
 * its edge, or smudged; half PNG, half JPEG, as the untouched ones.
 */
record ErasedFigures(String name, int size, FigureSources figures) implements HeldOutSet {
  private static final List<String> WAYS =
      List.of("painted", "grained", "covered", "filled", "smudged");
  private static final int LEAST = 16;
  private static final int MOST = 70;
  private static final int RING = 4;
  private static final int PLACES = 40;
  private static final int ROUNDS = 600;

  /** Of two neighbors in white noise, in standard deviations. */
  private static final double MEDIAN_STEP = 0.954;

  @Override
  public void make(int number, Chance chance, SetFolder folder) throws IOException {
    String way = WAYS.get(number % WAYS.size());
    String source = figures.source(number).name();
    var how = new LinkedHashMap<String, Object>();
    how.put("made", "erased");
    how.put("from", source);
    how.put("way", way);
    var forgery = figures.forged(number, chance, crop -> erase(crop, way, chance, how));
    folder.forgedEitherWay(Names.of(number, way), forgery, chance, how);
  }

  private static Optional<PastedForgery> erase(
      ColorProcessor picture, String way, Chance chance, Map<String, Object> how) {
    int width = chance.between(LEAST, MOST);
    int height = chance.between(LEAST, MOST);
    var shape = Shapes.ofArea(0.8 * width * height, chance);
    var box = shape.getBounds();
    var moved = AffineTransform.getTranslateInstance(-box.x, -box.y).createTransformedShape(shape);
    var place = Objects.lively(picture, () -> Outline.of(moved), chance);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    var outline = place.get();
    double feather = chance.half() ? chance.between(0.5, 2) : 0;
    how.put("area", outline.area());
    how.put("feather", feather);
    var at = new Point(outline.bounds().x, outline.bounds().y);
    var part =
        way.equals("covered")
            ? quietest(picture, outline, chance)
            : CutPart.cut(without(picture, outline, way, chance), outline);
    return Optional.of((feather > 0 ? part.feathered(feather) : part).over(picture, at))
        .filter(forgery -> forgery.showsIn(picture));
  }

  /** The place of least contrast, of a few. */
  private static CutPart quietest(ColorProcessor picture, Outline outline, Chance chance) {
    var bounds = outline.bounds();
    var best = outline;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < PLACES; i++) {
      int x = chance.between(0, picture.getWidth() - bounds.width);
      int y = chance.between(0, picture.getHeight() - bounds.height);
      double contrast =
          PictureIo.contrast(PictureIo.crop(picture, x, y, bounds.width, bounds.height));
      if (contrast < least) {
        least = contrast;
        best = outline.movedTo(x, y);
      }
    }
    return CutPart.cut(picture, best);
  }

  /** The picture without what is inside an outline, and some way beyond it. */
  private static ColorProcessor without(
      ColorProcessor picture, Outline outline, String way, Chance chance) {
    var cover = grown(picture, outline);
    var planes = new FloatProcessor[3];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = picture.getChannel(c + 1, null).convertToFloatProcessor();
    }
    switch (way) {
      case "painted" -> paint(planes, outline, cover, 0, chance);
      case "grained" -> paint(planes, outline, cover, 1, chance);
      case "filled" -> Arrays.stream(planes).forEach(plane -> fill(plane, cover));
      default -> {
        double sigma = chance.between(3.0, 8.0);
        Arrays.stream(planes).forEach(plane -> EdgeBlur.blur(plane, sigma));
      }
    }
    var result = new ColorProcessor(picture.getWidth(), picture.getHeight());
    for (int c = 0; c < planes.length; c++) {
      // The ring's values and noise may lie outside of what 8 bits hold.
      planes[c].setMinAndMax(0, 255);
      result.setChannel(c + 1, planes[c].convertToByteProcessor());
    }
    return result;
  }

  private static ByteProcessor grown(ColorProcessor picture, Outline outline) {
    var mask = new ByteProcessor(picture.getWidth(), picture.getHeight());
    for (int i = 0; i < mask.getPixelCount(); i++) {
      mask.set(i, outline.contains(i % mask.getWidth(), i / mask.getWidth()) ? 255 : 0);
    }
    for (int i = 0; i < RING; i++) {
      mask.dilate(1, 0);
    }
    return mask;
  }

  /**
   * With the median of the ring around an outline.
   *
   * @param grain standard deviation of the noise, as a multiple of the ring's differences between
   *     neighbors
   */
  private static void paint(
      FloatProcessor[] planes, Outline outline, ByteProcessor cover, double grain, Chance chance) {
    int width = cover.getWidth();
    int[] ring = ring(outline, cover);
    var noise = new float[cover.getPixelCount()];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) chance.normal();
    }
    for (var plane : planes) {
      var levels = new double[ring.length];
      var steps = new double[ring.length];
      for (int i = 0; i < ring.length; i++) {
        levels[i] = plane.getf(ring[i]);
        steps[i] =
            Math.abs(plane.getf(ring[i]) - plane.getf(ring[i] + (ring[i] % width == 0 ? 1 : -1)));
      }
      double level = median(levels);
      double sigma = grain * median(steps) / MEDIAN_STEP;
      for (int i = 0; i < noise.length; i++) {
        if (cover.get(i) != 0) {
          plane.setf(i, (float) (level + sigma * noise[i]));
        }
      }
    }
  }

  private static int[] ring(Outline outline, ByteProcessor cover) {
    int width = cover.getWidth();
    return IntStream.range(0, cover.getPixelCount())
        .filter(i -> cover.get(i) != 0 && !outline.contains(i % width, i / width))
        .toArray();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }

  /** Nearly as a membrane fastened at the edge: large ones keep a faint shadow. */
  private static void fill(FloatProcessor plane, ByteProcessor cover) {
    var inside = Outline.of(cover).bounds();
    int width = plane.getWidth();
    int height = plane.getHeight();
    for (int round = 0; round < ROUNDS; round++) {
      for (int y = inside.y; y < inside.y + inside.height; y++) {
        for (int x = inside.x; x < inside.x + inside.width; x++) {
          if (cover.get(x, y) != 0) {
            float left = plane.getf(Math.max(0, x - 1), y);
            float right = plane.getf(Math.min(width - 1, x + 1), y);
            float above = plane.getf(x, Math.max(0, y - 1));
            float below = plane.getf(x, Math.min(height - 1, y + 1));
            plane.setf(x, y, (left + right + above + below) / 4);
          }
        }
      }
    }
  }
}
