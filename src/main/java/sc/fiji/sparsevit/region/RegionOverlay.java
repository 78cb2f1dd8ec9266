/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.function.Predicate;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;

/**
 * Shows regions on their picture, each as one overlay element: its pixels tinted, its edge drawn.
 * The user's own overlay elements are left alone; our elements are recognized by a property that
 * ImageJ saves with them.
 */
public final class RegionOverlay {
  private static final String MARK = "sparsevit.region";

  /** An edge drawn into a square picture's pixels is as wide as the picture divided by this. */
  private static final double EDGES_PER_SIDE = 600;

  private RegionOverlay() {}

  /**
   * Shows {@code regions}, which are in the picture's coordinates, in place of those shown before
   * at the same slice and frame.
   */
  public static void show(ImagePlus picture, List<Region> regions, MapPosition placement) {
    var mark = placement.slice() + "/" + placement.frame();
    var overlay = without(picture, mark::equals);
    for (var region : regions) {
      var element = element(region, 0);
      element.setProperty(MARK, mark);
      overlay.add(element);
    }
    set(picture, overlay);
  }

  /** Removes all regions from the picture's overlay. */
  public static void remove(ImagePlus picture) {
    set(picture, without(picture, mark -> true));
  }

  /**
   * Draws regions into a copy of a picture.
   *
   * @param pixels the picture, (W, H) with its first pixel at (0, 0); not changed
   * @param regions in the picture's coordinates
   */
  public static ColorProcessor draw(
      RandomAccessibleInterval<ARGBType> pixels, List<Region> regions) {
    int width = Math.toIntExact(pixels.dimension(0));
    int height = Math.toIntExact(pixels.dimension(1));
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    LoopBuilder.setImages(pixels, ArrayImgs.argbs(target, width, height))
        .forEachPixel((from, to) -> to.set(from));
    var drawn = new ColorProcessor(width, height, target);
    var owner = new ImagePlus("", drawn);
    var edgeWidth = Math.max(1, Math.sqrt((double) width * height) / EDGES_PER_SIDE);
    var graphics = image.createGraphics();
    for (var region : regions) {
      var element = element(region, edgeWidth);
      // Some ROIs ask their image for a repaint when drawn, and fail without one.
      element.setImage(owner);
      element.drawOverlay(graphics);
    }
    graphics.dispose();
    return drawn;
  }

  private static Roi element(Region region, double edgeWidth) {
    var element = (Roi) region.roi().clone();
    boolean given = region.isGiven();
    element.setFillColor(given ? null : Palette.TINT);
    // In this order: a fill color set later would take the edge away.
    element.setStrokeColor(edge(region));
    element.setStrokeWidth(edgeWidth);
    return element;
  }

  /** Parts of a pair are in a group, which tells them from parts that do not fit the rest. */
  private static Color edge(Region region) {
    if (!region.isGiven()) {
      return Palette.EDGE;
    }
    return region.group() > 0 ? Palette.COPY : Palette.MISFIT;
  }

  /** The picture's overlay, or a new one, without those of our elements whose mark matches. */
  private static Overlay without(ImagePlus picture, Predicate<String> marks) {
    var overlay = picture.getOverlay();
    if (overlay == null) {
      return new Overlay();
    }
    for (int i = overlay.size() - 1; i >= 0; i--) {
      var mark = overlay.get(i).getProperty(MARK);
      if (mark != null && marks.test(mark)) {
        overlay.remove(i);
      }
    }
    return overlay;
  }

  private static void set(ImagePlus picture, Overlay overlay) {
    picture.setOverlay(overlay.size() == 0 ? null : overlay);
  }
}
