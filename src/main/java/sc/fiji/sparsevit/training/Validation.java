/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import sc.fiji.sparsevit.network.SparseVit;

/** Measures a frozen network on material that is never trained on. */
@FunctionalInterface
public interface Validation {

  /**
   * @param manager of the network's device; what is made in it is let go of again
   * @throws IOException when the material cannot be read
   */
  ValidationScore score(SparseVit frozen, NDManager manager) throws IOException;
}
