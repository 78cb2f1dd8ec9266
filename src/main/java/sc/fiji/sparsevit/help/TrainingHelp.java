/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** What a model is trained on, and how. */
public final class TrainingHelp {
  public static final String PHOTOS = "Folders of photographs that forgeries are made from.";

  public static final String DATA =
      "Data sets to learn from: folders with Tp, Gt and Au, or JSON lists; all count equally.";

  public static final String VALIDATION =
      "A data set to choose the best weights by; if left out, one photograph in twenty is held"
          + " out.";

  public static final String PRESET =
      "lite: the recipe of the built-in model. paper: the publication's protocol, which needs days"
          + " on a GPU.";

  public static final String FROM =
      "Weights to start from: lite, nothing, or a .safetensors or .pth file, also of an ImageNet"
          + " UniFormer.";

  public static final String STEPS = "Optimizer steps of the whole run.";

  public static final String SIZE = "Height and width of a sample in pixels.";

  public static final String SEED = "The same seed makes the same samples.";

  public static final String OUTPUT =
      "Folder of the run: weights, state, log and plot; it is made if it is not there.";

  public static final String RESUME = MeasuringHelp.RESUME;

  private TrainingHelp() {}
}
