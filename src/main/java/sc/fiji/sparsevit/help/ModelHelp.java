/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** Which model is used, and where. */
public final class ModelHelp {
  public static final String MODEL = "lite, which is built in, or a .safetensors or .pth file.";

  public static final String DEVICE =
      "Where to compute; auto: a GPU if PyTorch finds one that works, else the CPU.";

  private ModelHelp() {}
}
