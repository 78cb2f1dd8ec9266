/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a screening goes through. */
public final class ScreeningHelp {
  public static final String INPUT =
      "A folder of images and documents (PDF, Word, PowerPoint, EPUB), a single file, or a list of"
          + " files (.txt or .csv).";

  public static final String OUTPUT =
      "Folder for the results and the report; created if missing. Use the same folder again to"
          + " resume.";

  public static final String INCLUDE =
      "Files to include, such as *.png or figures/**; default: all images and documents.";

  public static final String EXCLUDE = "Files to exclude, such as *_mask.png.";

  public static final String RASTERIZE_PAGES =
      "Rasterize PDF pages that have no raster image, or many small ones, at this resolution (dpi);"
          + " 0: off.";

  public static final String REUSE =
      "Compare all images and panels with each other, and list pairs that show the same content:"
          + " rotated, mirrored, cropped, scaled, or with another contrast.";

  public static final String ARCHIVE =
      "Folder of an archive. Images are also compared with those of earlier screenings in it, then"
          + " added: features, thumbnails, and file names.";

  public static final String ARCHIVE_IMAGES =
      "What the archive keeps of each image: a thumbnail, or also the full image in gray, with"
          + " which more reuse is found later.";

  private ScreeningHelp() {}
}
