/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.Wand;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.copies.CopyPart;

/** The outline of a part in few corners, for a table and for a page. */
final class PartOutline {

  /** Steps along the longer side: what is finer nobody sees on a small picture. */
  private static final int STEPS = 48;

  private PartOutline() {}

  /** x and y of one corner after the other, in the picture's pixels; of the largest piece. */
  static List<int[]> of(CopyPart part) {
    var box = part.box();
    double step = Math.max(1, Math.max(box.width, box.height) / (double) STEPS);
    // With a free border, so that the outline is closed.
    int width = (int) Math.ceil(box.width / step) + 2;
    int height = (int) Math.ceil(box.height / step) + 2;
    var mask = new ByteProcessor(width, height);
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int column = (int) Math.min(box.width - 1, (x - 0.5) * step);
        int row = (int) Math.min(box.height - 1, (y - 0.5) * step);
        mask.set(x, y, part.contains(box.x + column, box.y + row) ? 255 : 0);
      }
    }
    var largest = largest(mask);
    var corners = new ArrayList<int[]>();
    for (int i = 0; largest != null && i < largest.npoints; i++) {
      double x = box.x + (largest.xpoints[i] - 1) * step;
      double y = box.y + (largest.ypoints[i] - 1) * step;
      corners.add(new int[] {(int) Math.round(x), (int) Math.round(y)});
    }
    return corners;
  }

  private static java.awt.Polygon largest(ByteProcessor mask) {
    java.awt.Polygon largest = null;
    double most = 0;
    var left = (ByteProcessor) mask.duplicate();
    left.setColor(0);
    for (int y = 1; y < mask.getHeight() - 1; y++) {
      for (int x = 1; x < mask.getWidth() - 1; x++) {
        if (left.get(x, y) == 255) {
          var wand = new Wand(left);
          wand.autoOutline(x, y, 255, 255, Wand.EIGHT_CONNECTED);
          var roi = new PolygonRoi(wand.xpoints, wand.ypoints, wand.npoints, Roi.TRACED_ROI);
          double area = roi.getStatistics().area;
          if (area > most) {
            most = area;
            largest = roi.getPolygon();
          }
          left.fill(roi);
        }
      }
    }
    return largest;
  }
}
