/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** Which model is used, where, and in which numbers. */
public final class ModelHelp {
  public static final String MODEL =
      "lite, which is built in, a .safetensors or .pth file, or torchscript:FILE for a network of"
          + " others (docs/research.md).";

  public static final String DEVICE =
      "Where to compute; auto: a GPU if PyTorch finds one that works, else the CPU.";

  public static final String PRECISION =
      "Numbers to compute with; float32 means the same on every machine, auto takes bfloat16 or"
          + " float16 where the CPU or GPU has it natively: faster, and probabilities differ a"
          + " little.";

  private ModelHelp() {}
}
