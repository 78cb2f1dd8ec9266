/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a model is measured or calibrated on. */
public final class MeasuringHelp {
  public static final String DATA =
      "A folder with Tp and Gt, or Au, or all three; or a JSON list of images and masks.";

  public static final String OUTPUT =
      "Folder for metrics.json, per_image.csv and report.html; it is made if it is not there.";

  public static final String FORGED_VALUE =
      "What means forged in the masks: bright, dark, a gray value such as 1, or a color such as"
          + " #FF0000.";

  public static final String LIMIT =
      "At most so many forged and so many authentic images; 0 for all.";

  public static final String ROBUSTNESS =
      "Also measure under blur, noise and JPEG compression, which takes far longer.";

  public static final String RESUME =
      "Go on with the run in the output folder, with the same values as before.";

  public static final String COMPARE =
      "Measures these models instead, each in a folder of its own, and puts them into one table and"
          + " one gallery (comparison.html).";

  public static final String AUTHENTIC = "A folder of untouched images; folders in it count.";

  public static final String NAME = "Name of the profile; an older one of that name is replaced.";

  public static final String RATE = "Share to be flagged at most, between 0 and 1.";

  public static final String OF =
      "What the rate is a share of: images in which a region appears, or pixels.";

  private MeasuringHelp() {}
}
