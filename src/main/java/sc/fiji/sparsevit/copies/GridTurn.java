/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the eight ways in which a grid of pixels fits onto itself: turned by quarters, mirrored or
 * not. What is moved like this is not resampled, and stays the same to the pixel.
 *
 * @param a cosine of the angle
 * @param b sine of the angle
 * @param mirrored whether left and right hands are exchanged
 */
record GridTurn(int a, int b, boolean mirrored) {

  static final List<GridTurn> ALL = all();

  private static List<GridTurn> all() {
    var all = new ArrayList<GridTurn>();
    for (boolean mirrored : new boolean[] {false, true}) {
      all.add(new GridTurn(1, 0, mirrored));
      all.add(new GridTurn(0, 1, mirrored));
      all.add(new GridTurn(-1, 0, mirrored));
      all.add(new GridTurn(0, -1, mirrored));
    }
    return List.copyOf(all);
  }

  /** The column that is taken so far to the right and down. */
  int x(int right, int down) {
    return a * right - (mirrored ? -b : b) * down;
  }

  /** The row that is taken so far to the right and down. */
  int y(int right, int down) {
    return b * right + (mirrored ? -a : a) * down;
  }

  /** First another one backwards, then this one. */
  GridTurn afterBack(GridTurn other) {
    boolean mirrors = mirrored != other.mirrored;
    // Where the other one takes (right, down) to (1, 0)
    int right = other.a;
    int down = other.mirrored ? other.b : -other.b;
    return new GridTurn(x(right, down), y(right, down), mirrors);
  }

  /** The transformation of a picture that takes one of its pixels to another one. */
  Similarity taking(int fromX, int fromY, int toX, int toY) {
    return Similarity.at(a, b, mirrored, fromX, fromY, toX, toY);
  }
}
