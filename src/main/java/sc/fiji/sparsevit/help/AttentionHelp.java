/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a network attends to from a point, for every door. */
public final class AttentionHelp {
  public static final String COMMAND =
      "Shows where a network looks from one point of an image, block by block, beside the same"
          + " network with dense attention (figure 4 of the paper).";

  public static final String OUTPUT =
      "Folder for the maps as a stack (.tif) and as one page (.png); created if missing.";

  public static final String MODE =
      "native: a window of at most 512x512 pixels around the point. paper: the whole image squashed"
          + " to 512x512.";

  private AttentionHelp() {}
}
