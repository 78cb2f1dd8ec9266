/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import sc.fiji.sparsevit.FoundPair;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.PairPreview;

/** Makes the pictures of a pair: both parts on top of each other. */
final class PairPictures {
  private static final int LONGEST_SIDE = 320;
  private static final int MOST_LINES = 60;

  private PairPictures() {}

  /**
   * @param picture its colors; the pair's coordinates are its own
   */
  static PairPreview of(ImageProcessor picture, FoundPair found) {
    var pair = found.pair();
    var box = pair.first().box();
    box.grow(box.width / 8 + 4, box.height / 8 + 4);
    double step = Math.max(1, Math.max(box.width, box.height) / (double) LONGEST_SIDE);
    int width = (int) (box.width / step);
    int height = (int) (box.height / step);
    var original = new ColorProcessor(width, height);
    var copy = new ColorProcessor(width, height);
    picture.setInterpolationMethod(ImageProcessor.BILINEAR);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = box.x + column * step;
        double y = box.y + row * step;
        original.set(column, row, color((ColorProcessor) picture, x, y));
        var to = pair.transformation();
        copy.set(column, row, color((ColorProcessor) picture, to.x(x, y), to.y(x, y)));
      }
    }
    int every = Math.max(1, pair.matches().size() / MOST_LINES);
    var lines =
        java.util.stream.IntStream.range(0, pair.matches().size())
            .filter(i -> i % every == 0)
            .mapToObj(pair.matches()::get)
            .map(points -> new double[] {points.x1(), points.y1(), points.x2(), points.y2()})
            .toList();
    return new PairPreview(
        Html.dataUri(original.getBufferedImage(), "jpg"),
        Html.dataUri(copy.getBufferedImage(), "jpg"),
        lines);
  }

  private static int color(ColorProcessor picture, double x, double y) {
    double inX = Math.max(0, Math.min(picture.getWidth() - 1.001, x));
    double inY = Math.max(0, Math.min(picture.getHeight() - 1.001, y));
    return inX == x && inY == y ? picture.getInterpolatedRGBPixel(inX, inY) : 0;
  }
}
