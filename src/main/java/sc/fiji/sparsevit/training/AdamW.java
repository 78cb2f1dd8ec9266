/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.nn.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay, none of it on tensors with one dimension, and a limit on the
 * norm of the whole gradient. DJL's own optimizer has one decay for all and clips single values.
 */
final class AdamW {

  private static final float BETA1 = 0.9f;
  private static final float BETA2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final float NO_CLIPPING_OF_VALUES = -1;

  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final float weightDecay;
  private final float clipNorm;

  private record Slot(NDArray weight, NDArray mean, NDArray variance) {}

  /**
   * @param parameters the trained ones
   */
  AdamW(Map<String, Parameter> parameters, NDManager manager, float weightDecay, float clipNorm) {
    this.weightDecay = weightDecay;
    this.clipNorm = clipNorm;
    parameters.forEach(
        (key, parameter) -> {
          var weight = parameter.getArray();
          var shape = weight.getShape();
          slots.put(key, new Slot(weight, manager.zeros(shape), manager.zeros(shape)));
        });
  }

  /**
   * The norm of the whole mean gradient before clipping; not finite when any of it is not.
   *
   * @param passes how many batches the gradients were added up over
   */
  float gradientNorm(int passes) {
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      var squares = new NDList();
      slots.values().forEach(slot -> squares.add(slot.weight.getGradient().square().sum()));
      return NDArrays.stack(squares).sum().sqrt().getFloat() / passes;
    }
  }

  /**
   * Moves every weight against its gradient and sets the gradients to zero.
   *
   * @param step counted from 0
   * @param passes how many batches the gradients were added up over
   * @param norm of the mean gradient
   */
  void update(long step, float rate, int passes, float norm) {
    float scale = clipNorm > 0 && norm > clipNorm ? clipNorm / norm : 1;
    double t = step + 1.0;
    double rootCorrection = Math.sqrt(1 - Math.pow(BETA2, t));
    float corrected = (float) (rate * rootCorrection / (1 - Math.pow(BETA1, t)));
    // The engine adds epsilon to the root of the uncorrected variance.
    float epsilon = (float) (EPSILON * rootCorrection);
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      for (var slot : slots.values()) {
        boolean decays = slot.weight.getShape().dimension() > 1;
        slot.weight
            .getNDArrayInternal()
            .adamUpdate(
                new NDList(slot.weight, slot.weight.getGradient(), slot.mean, slot.variance),
                new NDList(slot.weight),
                rate,
                corrected,
                decays ? weightDecay : 0,
                scale / passes,
                NO_CLIPPING_OF_VALUES,
                BETA1,
                BETA2,
                epsilon,
                false,
                true);
      }
    }
  }

  /** Both moments of every parameter, for a checkpoint: the arrays themselves. */
  Map<String, NDArray> moments() {
    var moments = new LinkedHashMap<String, NDArray>();
    slots.forEach(
        (key, slot) -> {
          moments.put("adam.mean." + key, slot.mean);
          moments.put("adam.variance." + key, slot.variance);
        });
    return moments;
  }
}
