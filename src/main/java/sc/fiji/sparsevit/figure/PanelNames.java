/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

/** What panels are called that carry no label: A to Z, then AA. */
final class PanelNames {
  private static final int LETTERS = 26;

  private PanelNames() {}

  /**
   * @param index in reading order, from 0
   */
  static String of(int index) {
    var last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : of(index / LETTERS - 1) + last;
  }
}
