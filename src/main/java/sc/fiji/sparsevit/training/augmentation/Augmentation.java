/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import java.util.List;
import java.util.random.RandomGenerator;

/** A random change of a picture and its mask. */
@FunctionalInterface
public interface Augmentation {

  /** The changed picture; the same random numbers change it in the same way. */
  MaskedPicture apply(MaskedPicture original, RandomGenerator random);

  /** This change with a probability, none otherwise. */
  default Augmentation withProbability(double probability) {
    return (original, random) ->
        random.nextDouble() < probability ? apply(original, random) : original;
  }

  /** Several changes, one after the other. */
  static Augmentation inOrder(List<Augmentation> steps) {
    return (original, random) -> {
      var result = original;
      for (var step : steps) {
        result = step.apply(result, random);
      }
      return result;
    };
  }
}
