/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import sc.fiji.sparsevit.network.SparseVit;

/** A network's weights by key, wherever they are: in a network, or in a file that was read. */
public interface WeightSource {

  boolean contains(String key);

  /** The dimensions of the tensor under a key. */
  long[] shape(String key);

  /** Its values in row-major order, not to be changed. */
  float[] values(String key);

  /** Those of an initialized network. */
  static WeightSource of(SparseVit network) {
    var state = network.state();
    return new WeightSource() {
      @Override
      public boolean contains(String key) {
        return state.containsKey(key);
      }

      @Override
      public long[] shape(String key) {
        return state.get(key).getArray().getShape().getShape();
      }

      @Override
      public float[] values(String key) {
        return state.get(key).getArray().toFloatArray();
      }
    };
  }
}
