/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** How an image is analyzed, and what makes a region of it one for review. */
public final class RegionHelp {
  public static final String MODE =
      "native: full resolution, in overlapping windows; where the built-in model suspects"
          + " something, it looks a second time and at the enlarged image. It also looks at large"
          + " images made smaller (instead of enlarged), and at gray pictures on a bright, even"
          + " ground, such as blots, with the contrast of that ground stretched. thorough: two looks"
          + " everywhere and one at the enlarged image, which finds more, raises more false alarms,"
          + " and takes longer. paper: resized to 512x512, as published.";

  public static final String THRESHOLD =
      "Pixels with a probability above this, 0 to 1, belong to a region for review.";

  public static final String MIN_AREA = "Smallest region to report, in pixels.";

  public static final String PANELS =
      "auto: a figure is split into its panels, and each is analyzed separately. off: the figure is"
          + " analyzed as a whole.";

  public static final String COPIES =
      "on: duplicated areas, even if rotated, mirrored or scaled, are shown as pairs, and the copy"
          + " becomes a region for review. off: not looked for.";

  public static final String COMPRESSION =
      "on: parts that were not JPEG-compressed as the rest of the picture was, because they were"
          + " changed after the last compression or between two, become regions for review. off:"
          + " not looked for.";

  public static final String SEAMS =
      "on: rectangles with straight seams, one pixel sharp, on their sides, as a pasted selection"
          + " leaves them in a gray picture, become regions for review. off: not looked for.";

  public static final String GRAIN =
      "on: parts that are smooth, though what is as bright elsewhere in the picture has grain, as"
          + " painting over or smudging leaves them, become regions for review. off: not looked"
          + " for.";

  public static final String PROFILE =
      "Name or file of a calibration profile for the same model; sets mode, threshold and minimum"
          + " area.";

  public static final String OUTPUT =
      "Folder for the map, mask, overlay, ROIs, table and run record; created if missing.";

  private RegionHelp() {}
}
