/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import java.util.Arrays;

/**
 * Panels are numbered picture by picture.
 *
 * @param starts the number of each picture's first panel, and at last how many there are
 */
record PanelNumbers(int[] starts) {

  int total() {
    return starts[starts.length - 1];
  }

  /** The picture that a panel belongs to. */
  int picture(int panel) {
    int place = Arrays.binarySearch(starts, panel);
    return place >= 0 ? place : -place - 2;
  }

  /** Which of its picture's panels it is. */
  int within(int panel) {
    return panel - starts[picture(panel)];
  }
}
