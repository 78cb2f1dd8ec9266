/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a model is trained on, and how. */
public final class TrainingHelp {
  public static final String PHOTOS = "Folders of photographs to make forgeries from.";

  public static final String DATA =
      "Data sets to train on: folders with Tp, Gt and Au, or JSON lists; all have equal weight.";

  public static final String VALIDATION =
      "Data set for choosing the best weights; default: one photograph in twenty is held out.";

  public static final String PRESET =
      "lite: the recipe of the built-in model. paper: the published protocol, which takes days on a"
          + " GPU.";

  public static final String FROM =
      "Initial weights: lite, nothing, or a .safetensors or .pth file (an ImageNet UniFormer works,"
          + " too).";

  public static final String STEPS = "Total number of optimizer steps.";

  public static final String SIZE = "Height and width of a sample, in pixels.";

  public static final String SEED = "The same seed makes the same samples.";

  public static final String OUTPUT =
      "Folder for the run: weights, state, log and plot; created if missing.";

  public static final String RESUME = MeasuringHelp.RESUME;

  private TrainingHelp() {}
}
