/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.function.Supplier;

/**
 * Keeps DJL off the network while it starts. Left alone, it asks the machine's cloud provider where
 * it is and reports that to its makers, and downloads a PyTorch where none is installed.
 */
final class Offline {

  /** What users set to {@code false} when they want DJL to download a PyTorch. */
  private static final String VARIABLE = "DJL_OFFLINE";

  private static final String PROPERTY = "ai.djl.offline";

  private Offline() {}

  /**
   * Does the work without a network, unless the user has said otherwise. Other plugins in the same
   * ImageJ may use DJL, too: what they see is as it was.
   */
  static <T> T call(Supplier<T> work) {
    if (System.getenv(VARIABLE) != null || System.getProperty(PROPERTY) != null) {
      return work.get();
    }
    System.setProperty(PROPERTY, "true");
    try {
      return work.get();
    } finally {
      System.clearProperty(PROPERTY);
    }
  }
}
