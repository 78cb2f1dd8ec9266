/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.reuse;

import sc.fiji.sparsevit.copies.CopyPair;

/**
 * The same content in two panels.
 *
 * @param first one of them
 * @param second the other
 * @param inverted whether one is a negative of the other
 * @param pair the parts that show the same, each in the pixels of its whole picture
 */
public record Reuse(ReusedPanel first, ReusedPanel second, boolean inverted, CopyPair pair) {

  /**
   * A panel.
   *
   * @param picture its number in its collection
   * @param panel its name; empty for a whole picture
   */
  public record ReusedPanel(int picture, String panel) {}

  /** {@code mirrored, turned 90 degrees clockwise, inverted}: what became of the first. */
  public String words() {
    var words = pair.transformation().words();
    if (words.equals("moved")) {
      return inverted ? "inverted" : "same size and orientation";
    }
    return inverted ? words + ", inverted" : words;
  }
}
