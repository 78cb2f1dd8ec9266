/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

/** Hears of a run's progress and may end it. */
public interface TrainingListener {

  /** After every optimizer step. */
  default void stepped(TrainingStep step) {}

  /** After every validation. */
  default void validated(long step, ValidationScore score, boolean best) {}

  /** Asked between steps; true saves the state and ends the run. */
  default boolean isCanceled() {
    return false;
  }
}
