/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.inpainting;

import java.util.stream.IntStream;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * The smoothest surface over a hole: every value becomes the mean of its neighbors (Laplace's
 * equation), the values outside stay. As a fill it looks like what a smudging brush leaves; of the
 * difference between two pictures it is what a healing brush adds.
 */
public final class Membrane implements Inpainter {

  // A coarse-to-fine start is close already; relaxation only has to smooth out its blocks.
  private static final int SWEEPS = 30;
  private static final float OVER_RELAXATION = 1.7f;

  @Override
  public RgbRaster fill(RgbRaster picture, boolean[] hole) {
    return picture.map((FloatPlane plane) -> stretch(plane, hole));
  }

  /** A copy of the plane with the membrane inside the hole. */
  public FloatPlane stretch(FloatPlane plane, boolean[] hole) {
    var surface = new FloatPlane(plane.width(), plane.height(), plane.values().clone());
    start(surface, hole);
    int[] inside = IntStream.range(0, hole.length).filter(i -> hole[i]).toArray();
    int[] columns = IntStream.of(inside).map(i -> i % plane.width()).toArray();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      relax(surface, inside, columns);
    }
    return surface;
  }

  private static void relax(FloatPlane surface, int[] inside, int[] columns) {
    int width = surface.width();
    int last = surface.values().length - width;
    float[] values = surface.values();
    for (int k = 0; k < inside.length; k++) {
      int i = inside[k];
      int column = columns[k];
      float here = values[i];
      float left = column > 0 ? values[i - 1] : here;
      float right = column < width - 1 ? values[i + 1] : here;
      float above = i >= width ? values[i - width] : here;
      float below = i < last ? values[i + width] : here;
      values[i] = here + OVER_RELAXATION * ((left + right + above + below) / 4 - here);
    }
  }

  /** Fills the hole from a half-size version of the plane, itself filled in the same way. */
  private static void start(FloatPlane plane, boolean[] hole) {
    int width = plane.width();
    var half = new FloatPlane((width + 1) / 2, (plane.height() + 1) / 2);
    var known = new int[half.values().length];
    boolean complete = true;
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        complete = false;
      } else {
        int parent = i / width / 2 * half.width() + i % width / 2;
        half.values()[parent] += plane.values()[i];
        known[parent]++;
      }
    }
    if (complete || hole.length == 1) {
      return;
    }
    var unknown = new boolean[known.length];
    for (int i = 0; i < known.length; i++) {
      unknown[i] = known[i] == 0;
      half.values()[i] /= Math.max(1, known[i]);
    }
    start(half, unknown);
    for (int i = 0; i < hole.length; i++) {
      if (hole[i]) {
        plane.values()[i] = half.values()[i / width / 2 * half.width() + i % width / 2];
      }
    }
  }
}
