/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import ij.process.ColorProcessor;
import java.awt.Point;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A picture of things that look alike, of which none is a copy.
 *
 * @param sisters around the things
 * @param free center of a place where another one would fit; null where there is no such place
 * @param how it was made
 */
record LookAlikeScene(ColorProcessor image, List<Outline> sisters, Point free, Map<String, ?> how) {

  /** Draws such pictures. */
  interface Recipe {
    String name();

    /**
     * @param room whether to leave a place free
     */
    LookAlikeScene draw(boolean room, Chance chance) throws IOException;
  }
}
