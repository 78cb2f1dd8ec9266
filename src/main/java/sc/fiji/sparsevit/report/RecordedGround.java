/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.report;

/**
 * An even ground whose contrast was turned up for a look more.
 *
 * @param panel whose ground it is; null for the whole picture's
 * @param level its gray, 0 to 255
 * @param black the gray level that was shown as black
 * @param white the gray level that was shown as white
 * @param words what was done, for a person to do the same
 */
public record RecordedGround(String panel, int level, int black, int white, String words) {

  /** {@code contrast turned up in panel B: gray levels 221 to 255 shown from black to white}. */
  public String sentence() {
    return "contrast turned up" + (panel == null ? "" : " in panel " + panel) + ": " + words;
  }
}
