/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a network attends to from a point, for every door. */
public final class AttentionHelp {
  public static final String COMMAND =
      "Shows what a point of an image attends to, block by block, next to the same network with"
          + " dense attention (paper figure 4).";

  public static final String OUTPUT =
      "Folder for the maps, as a stack (.tif) and on one page (.png); created if missing.";

  public static final String MODE =
      "native: a window of up to 512x512 pixels around the point. paper: the whole image, resized"
          + " to 512x512.";

  private AttentionHelp() {}
}
