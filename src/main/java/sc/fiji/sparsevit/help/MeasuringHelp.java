/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a model is measured or calibrated on. */
public final class MeasuringHelp {
  public static final String DATA =
      "Data set: a folder with Tp and Gt, Au, or all three; or a JSON list of images and masks.";

  public static final String OUTPUT =
      "Folder for metrics.json, per_image.csv and report.html; created if missing.";

  public static final String FORGED_VALUE =
      "Which mask pixels are forged: bright, dark, a gray value such as 1, or a color such as"
          + " #FF0000.";

  public static final String LIMIT =
      "Maximum number of forged images, and of authentic ones; 0: no limit.";

  public static final String ROBUSTNESS =
      "Also measure under blur, noise, and JPEG compression; takes much longer.";

  public static final String RESUME =
      "Resume the run in the output folder, with the same options as before.";

  public static final String COMPARE =
      "Compare these models instead: one table and one gallery for all (comparison.html), and a"
          + " folder for each.";

  public static final String AUTHENTIC = "Folder of untouched images; subfolders are included.";

  public static final String NAME =
      "Name of the profile; replaces an existing profile of that name.";

  public static final String RATE =
      "Maximum share of the untouched images or pixels to flag, 0 to 1.";

  public static final String OF = "What the rate counts: images with any region, or pixels.";

  private MeasuringHelp() {}
}
