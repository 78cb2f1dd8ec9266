/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.help;

/** Which model is used, where, and in which numbers. */
public final class ModelHelp {
  public static final String MODEL =
      "lite (built in), a .safetensors or .pth file, or torchscript:FILE for another network.";

  public static final String DEVICE =
      "Where to compute. auto: the GPU if PyTorch finds a working one, otherwise the CPU.";

  public static final String PRECISION =
      "Numeric precision. float32: same results on every machine. auto: bfloat16 or float16 where"
          + " the CPU or GPU supports it; faster, with slightly different probabilities.";

  private ModelHelp() {}
}
