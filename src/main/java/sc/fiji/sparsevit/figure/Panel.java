/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A picture within a figure.
 *
 * @param name unique among the panels of one figure, as {@code A}
 * @param bounds in pixels of the figure
 */
public record Panel(String name, Rectangle bounds) {

  private static final int LETTERS = 26;

  public Panel {
    if (name.isBlank() || bounds.isEmpty()) {
      throw new IllegalArgumentException(
          "a panel has a name and an area, not '" + name + "' at " + bounds);
    }
    bounds = new Rectangle(bounds);
  }

  /** Named as people read them, from A. */
  public static List<Panel> inReadingOrder(List<Rectangle> areas) {
    var ordered = ReadingOrder.of(areas);
    return IntStream.range(0, ordered.size())
        .mapToObj(i -> new Panel(name(i), ordered.get(i)))
        .toList();
  }

  /** What a panel without a label is called, by its index in reading order: A to Z, then AA. */
  private static String name(int index) {
    var last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : name(index / LETTERS - 1) + last;
  }

  @Override
  public Rectangle bounds() {
    return new Rectangle(bounds);
  }
}
