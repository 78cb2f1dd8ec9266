/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.sparsevit.checkpoint.ArrayContent;
import sc.fiji.sparsevit.network.OwnedScalar;
import sc.fiji.sparsevit.network.SparseVit;

/**
 * The exponential moving average of a network's weights and running statistics: steadier than the
 * newest weights, and what is validated and kept.
 */
final class WeightAverage {

  private final Map<String, NDArray> source = new LinkedHashMap<>();
  private final Map<String, NDArray> target = new LinkedHashMap<>();
  private final SparseVit averaged;
  private final float decay;

  WeightAverage(SparseVit network, NDManager manager, float decay) {
    this.decay = decay;
    averaged = new SparseVit(network.config()).initialized(manager);
    averaged.freeze(true);
    network.state().forEach((key, parameter) -> source.put(key, parameter.getArray()));
    averaged.state().forEach((key, parameter) -> target.put(key, parameter.getArray()));
    follow();
  }

  /** Forgets the past and equals the newest weights. */
  void follow() {
    target.forEach((key, array) -> ArrayContent.copy(source.get(key), array));
  }

  /** The frozen network that holds the average. */
  SparseVit network() {
    return averaged;
  }

  /**
   * Takes the newest weights in. The first steps follow more closely, or the start would linger.
   *
   * @param step counted from 0
   */
  void update(long step) {
    float kept = Math.min(decay, (step + 1f) / (step + 10f));
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      // Made once: each would be sent to the device by itself.
      var any = target.values().iterator().next();
      var old = OwnedScalar.of(kept, any);
      var added = OwnedScalar.of(1 - kept, any);
      target.forEach(
          (key, array) -> {
            var newest = source.get(key);
            if (array.getDataType().isFloating()) {
              array.muli(old).addi(newest.mul(added));
            } else {
              ArrayContent.copy(newest, array);
            }
          });
    }
  }
}
