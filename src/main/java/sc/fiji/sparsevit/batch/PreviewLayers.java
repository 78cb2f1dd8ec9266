/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.List;
import sc.fiji.sparsevit.inference.StretchedPart;
import sc.fiji.sparsevit.region.Heatmap;
import sc.fiji.sparsevit.region.Palette;
import sc.fiji.sparsevit.report.EvidenceCard.Previews;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.Thumbnail;

/** Makes the small pictures of the evidence report. */
final class PreviewLayers {
  private static final int PICTURE_SIDE = 640;

  /** The network decides for 16 pixels at once, so that a map has little detail to lose. */
  private static final int HEAT_SIDE = 256;

  private static final int TINT = 1;
  private static final int EDGE = 2;

  /** Nothing, the tint and the edge of a region, as {@code RegionOverlay} draws them. */
  private static final IndexColorModel COLORS =
      new IndexColorModel(
          2, 3, new int[] {0, Palette.TINT.getRGB(), Palette.EDGE.getRGB()}, 0, true, 0, 0);

  private PreviewLayers() {}

  /**
   * @param picture its colors
   * @param map probability 0-1, of the picture's size
   * @param mask 255 where a region is, of the picture's size
   * @param grounds of the picture whose contrast was turned up
   */
  static Previews of(
      ImageProcessor picture, FloatProcessor map, ByteProcessor mask, List<StretchedPart> grounds) {
    return new Previews(
        Html.dataUri(small(picture, PICTURE_SIDE).getBufferedImage(), "jpg"),
        Html.dataUri(heat(small(map, HEAT_SIDE)), "jpg"),
        Html.dataUri(regions(small(mask, PICTURE_SIDE)), "png"),
        grounds.isEmpty() ? null : Html.dataUri(contrast(picture, grounds), "jpg"));
  }

  /** Made smaller first: a whole picture more would take much memory. */
  private static BufferedImage contrast(ImageProcessor picture, List<StretchedPart> grounds) {
    var shown = small(picture, PICTURE_SIDE).duplicate();
    double scale = shown.getWidth() / (double) picture.getWidth();
    for (var part : grounds) {
      var box = part.box();
      int left = (int) Math.round(box.x * scale);
      int right = Math.min(shown.getWidth(), (int) Math.round((box.x + box.width) * scale));
      int top = (int) Math.round(box.y * scale);
      int bottom = Math.min(shown.getHeight(), (int) Math.round((box.y + box.height) * scale));
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          shown.set(x, y, part.ground().stretched(shown.get(x, y)));
        }
      }
    }
    return shown.getBufferedImage();
  }

  private static BufferedImage heat(ImageProcessor map) {
    var colored = Heatmap.of((FloatProcessor) map, "").getProcessor();
    return colored.convertToRGB().getBufferedImage();
  }

  /** A pixel that a region covers a part of counts, so that no small region vanishes. */
  private static BufferedImage regions(ImageProcessor mask) {
    int width = mask.getWidth();
    int height = mask.getHeight();
    var layer = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, COLORS);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (mask.get(x, y) > 0) {
          layer.getRaster().setSample(x, y, 0, isInside(mask, x, y) ? TINT : EDGE);
        }
      }
    }
    return layer;
  }

  /** Whether no neighbor is free; outside of the picture there are none. */
  private static boolean isInside(ImageProcessor mask, int x, int y) {
    return (x == 0 || mask.get(x - 1, y) > 0)
        && (y == 0 || mask.get(x, y - 1) > 0)
        && (x == mask.getWidth() - 1 || mask.get(x + 1, y) > 0)
        && (y == mask.getHeight() - 1 || mask.get(x, y + 1) > 0);
  }

  private static ImageProcessor small(ImageProcessor pixels, int longestSide) {
    var size = Thumbnail.size(pixels.getWidth(), pixels.getHeight(), longestSide);
    if (size.width == pixels.getWidth() && size.height == pixels.getHeight()) {
      return pixels;
    }
    pixels.setInterpolationMethod(ImageProcessor.BILINEAR);
    return pixels.resize(size.width, size.height, true);
  }
}
