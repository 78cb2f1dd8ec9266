/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a place for a window on the screen where it covers as little as can be.
 *
 * @param screen that has to hold the window
 * @param kept what must not be covered, as long as there is any other place
 * @param others what had better not be covered
 */
record FreePlace(Rectangle screen, Rectangle kept, List<Rectangle> others) {

  /** Beside what is kept if there is room: to its right, else left, below, above. */
  Point of(Dimension window) {
    return Stream.concat(Stream.of(kept), others.stream())
        .flatMap(each -> around(each, window))
        .map(corner -> inside(new Rectangle(corner, window)))
        .min(
            Comparator.comparingLong((Rectangle place) -> covered(place, kept))
                .thenComparingLong(this::coveredOthers))
        .orElseThrow()
        .getLocation();
  }

  private static Stream<Point> around(Rectangle box, Dimension window) {
    return Stream.of(
        new Point(box.x + box.width, box.y),
        new Point(box.x - window.width, box.y),
        new Point(box.x, box.y + box.height),
        new Point(box.x, box.y - window.height),
        new Point(box.x + box.width, box.y + box.height - window.height),
        new Point(box.x - window.width, box.y + box.height - window.height),
        new Point(box.x + box.width - window.width, box.y + box.height),
        new Point(box.x + box.width - window.width, box.y - window.height));
  }

  private Rectangle inside(Rectangle place) {
    int x = Math.min(place.x, screen.x + screen.width - place.width);
    int y = Math.min(place.y, screen.y + screen.height - place.height);
    return new Rectangle(Math.max(x, screen.x), Math.max(y, screen.y), place.width, place.height);
  }

  private long coveredOthers(Rectangle place) {
    return others.stream().mapToLong(other -> covered(place, other)).sum();
  }

  private static long covered(Rectangle place, Rectangle other) {
    var common = place.intersection(other);
    return common.isEmpty() ? 0 : (long) common.width * common.height;
  }
}
