/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a screening goes through. */
public final class ScreeningHelp {
  public static final String INPUT =
      "A folder with images and documents (PDF, Word, PowerPoint, EPUB), one of these, or a list of"
          + " them as .txt or .csv.";

  public static final String OUTPUT =
      "Folder for the results and the report, made if it is not there; the same one again goes on"
          + " with them.";

  public static final String INCLUDE =
      "Only these files of folders, as *.png or figures/**; all images and documents if left out.";

  public static final String EXCLUDE = "Not these files of folders, as *_mask.png.";

  public static final String RASTERIZE_PAGES =
      "Also look at PDF pages as they are printed, at so many dots per inch, where they hold no"
          + " raster image or many small ones; 0: do not.";

  private ScreeningHelp() {}
}
