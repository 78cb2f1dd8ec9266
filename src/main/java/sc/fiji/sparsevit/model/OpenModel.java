/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.model;

import sc.fiji.sparsevit.inference.WindowModel;

/**
 * A model that is ready to compute.
 *
 * @param identity what it is
 * @param network what computes; closed with this
 */
public record OpenModel(ModelIdentity identity, WindowModel network) implements AutoCloseable {

  @Override
  public void close() {
    network.close();
  }
}
