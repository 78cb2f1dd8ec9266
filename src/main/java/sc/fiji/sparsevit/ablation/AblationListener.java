/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.ablation;

import sc.fiji.sparsevit.training.TrainingStep;

/** Hears how an ablation goes and may end it. */
public interface AblationListener {

  /** Nobody is watching. */
  AblationListener NONE = new AblationListener() {};

  /**
   * A configuration begins with a seed.
   *
   * @param number of the run, from 1
   * @param runs of the whole ablation
   */
  default void started(String config, long seed, int number, int runs) {}

  /** What a person should know, in a sentence. */
  default void note(String sentence) {}

  /** After every optimizer step. */
  default void stepped(TrainingStep step) {}

  /** After every measured image of a set. */
  default void measured(String set, long done, long total) {}

  /** Asked between steps and images; true ends the ablation with a CancellationException. */
  default boolean isCanceled() {
    return false;
  }
}
