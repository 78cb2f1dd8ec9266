/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.gui.Roi;
import ij.process.FloatProcessor;
import java.awt.Point;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Probability maps for tests, and what ROIs hold of them. */
final class TestMaps {
  private TestMaps() {}

  /** Draws a map: {@code #} is probability 1, a digit that many tenths, all else 0. */
  static FloatProcessor draw(String... rows) {
    var map = new FloatProcessor(rows[0].length(), rows.length);
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length(); x++) {
        char c = rows[y].charAt(x);
        map.setf(x, y, c == '#' ? 1 : Character.isDigit(c) ? (c - '0') / 10f : 0);
      }
    }
    return map;
  }

  /** A map whose pixels are above 0.5 with the given density, each on its own. */
  static FloatProcessor random(int width, int height, double density, Random random) {
    var map = new FloatProcessor(width, height);
    for (int i = 0; i < width * height; i++) {
      boolean marked = random.nextDouble() < density;
      map.setf(i, (marked ? 0.51f : 0) + 0.49f * random.nextFloat());
    }
    return map;
  }

  /** The pixels that ImageJ takes to be inside the ROI. */
  static Set<Point> pixels(Roi roi) {
    var pixels = new HashSet<Point>();
    var bounds = roi.getBounds();
    var mask = roi.getMask();
    for (int y = 0; y < bounds.height; y++) {
      for (int x = 0; x < bounds.width; x++) {
        if (mask == null || mask.get(x, y) != 0) {
          pixels.add(new Point(bounds.x + x, bounds.y + y));
        }
      }
    }
    return pixels;
  }

  /** The 8-connected components of what is above the threshold, by flooding from each pixel. */
  static Set<Set<Point>> components(FloatProcessor map, float threshold) {
    var components = new HashSet<Set<Point>>();
    var seen = new HashSet<Point>();
    for (int y = 0; y < map.getHeight(); y++) {
      for (int x = 0; x < map.getWidth(); x++) {
        var component = flood(map, threshold, new Point(x, y), seen);
        if (!component.isEmpty()) {
          components.add(component);
        }
      }
    }
    return components;
  }

  private static Set<Point> flood(
      FloatProcessor map, float threshold, Point seed, Set<Point> seen) {
    var component = new HashSet<Point>();
    var open = new ArrayDeque<Point>();
    open.add(seed);
    while (!open.isEmpty()) {
      var point = open.pop();
      boolean inside =
          point.x >= 0 && point.x < map.getWidth() && point.y >= 0 && point.y < map.getHeight();
      if (inside && map.getf(point.x, point.y) > threshold && seen.add(point)) {
        component.add(point);
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            open.add(new Point(point.x + dx, point.y + dy));
          }
        }
      }
    }
    return component;
  }
}
