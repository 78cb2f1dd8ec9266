/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.awt.Shape;
import java.util.stream.IntStream;

/**
 * Which pixels of a picture belong to an object.
 *
 * @param bounds where it is in the picture
 * @param inside the bounds, row by row
 */
record Outline(Rectangle bounds, boolean[] inside) {
  static final Outline NONE = new Outline(new Rectangle(), new boolean[0]);

  static Outline of(Shape shape) {
    var bounds = shape.getBounds();
    var inside = new boolean[bounds.width * bounds.height];
    for (int i = 0; i < inside.length; i++) {
      double x = bounds.x + i % bounds.width + 0.5;
      double y = bounds.y + (double) (i / bounds.width) + 0.5;
      inside[i] = shape.contains(x, y);
    }
    return new Outline(bounds, inside);
  }

  /** What is white in a mask. */
  static Outline of(ByteProcessor mask) {
    int width = mask.getWidth();
    var bounds = new Rectangle(-1, -1);
    for (int i = 0; i < mask.getPixelCount(); i++) {
      if (mask.get(i) > 127) {
        bounds.add(new Rectangle(i % width, i / width, 1, 1));
      }
    }
    var inside = new boolean[Math.max(0, bounds.width) * Math.max(0, bounds.height)];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = mask.get(bounds.x + i % bounds.width, bounds.y + i / bounds.width) > 127;
    }
    return new Outline(bounds, inside);
  }

  boolean contains(int x, int y) {
    return bounds.contains(x, y) && inside[(y - bounds.y) * bounds.width + x - bounds.x];
  }

  /** In pixels. */
  int area() {
    return (int) IntStream.range(0, inside.length).filter(i -> inside[i]).count();
  }

  /** By whole pixels. */
  Outline movedTo(int x, int y) {
    return new Outline(new Rectangle(x, y, bounds.width, bounds.height), inside);
  }
}
