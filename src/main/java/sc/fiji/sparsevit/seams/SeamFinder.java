/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.seams;

import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.misfit.MisfitPart;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Finds rectangles in gray pictures that look pasted, because all their sides are seams. */
public final class SeamFinder {

  /** Larger pictures are searched in squares of so many pixels a side. */
  private static final int TILE = 2048;

  /** So much of a square belongs to its neighbor, too; larger rectangles may be missed. */
  private static final int OVERLAP = 512;

  /** Smaller pictures have no room for seams and what is beside them. */
  private static final int SMALLEST = 32;

  private SeamFinder() {}

  /**
   * @param image of which only gray parts are searched: photographs in color show windows and doors
   * @return from the top
   * @throws CancellationException when the listener says so
   */
  public static List<MisfitPart> find(RgbImage image, ProgressListener listener) {
    var found = new ArrayList<PastedRectangle>();
    for (int y : starts(image.height())) {
      for (int x : starts(image.width())) {
        if (listener.isCanceled()) {
          throw new CancellationException("localization was canceled");
        }
        var box =
            new Rectangle(
                x, y, Math.min(TILE, image.width() - x), Math.min(TILE, image.height() - y));
        if (Math.min(box.width, box.height) >= SMALLEST) {
          GrayTile.read(image, box).map(RectangleSearch::in).orElse(List.of()).stream()
              .map(rectangle -> rectangle.shifted(box.x, box.y))
              .forEach(found::add);
        }
      }
    }
    return PastedRectangle.apart(found).stream()
        .map(PastedRectangle::bounds)
        .sorted(Comparator.<Rectangle>comparingInt(box -> box.y).thenComparingInt(box -> box.x))
        .map(SeamFinder::part)
        .toList();
  }

  private static MisfitPart part(Rectangle box) {
    var mask = new ByteProcessor(box.width, box.height);
    mask.set(255);
    return new MisfitPart(box.x, box.y, mask, MisfitPart.Trace.SEAMS);
  }

  /** Where squares begin, so that the last one reaches the end. */
  private static List<Integer> starts(int length) {
    var starts = new ArrayList<Integer>();
    for (int start = 0; starts.isEmpty() || start + OVERLAP < length; start += TILE - OVERLAP) {
      starts.add(start);
    }
    return starts;
  }
}
