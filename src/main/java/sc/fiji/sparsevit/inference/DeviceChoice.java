/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

/** Where the user wants the network computed. */
public enum DeviceChoice {
  /** A CUDA device when one works, else the CPU. */
  AUTO,
  CPU,
  /** A CUDA device; when none works, the CPU with a warning. */
  GPU
}
