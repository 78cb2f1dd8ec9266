/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.synthesis.forgery.Patch;
import sc.fiji.sparsevit.training.synthesis.forgery.SampleStyle;
import sc.fiji.sparsevit.training.synthesis.forgery.Scene;

/** Where pictures come from. */
public interface Studio {

  /** A picture to forge, or to leave alone. */
  Scene scene(SampleStyle style, RandomGenerator random);

  /** The most that its pictures can be shrunk by if they are to have a size then; 0 if at will. */
  double leastFactor(int width, int height);

  /** Whether left and right may be exchanged; not where there is text. */
  boolean mirrorable();

  /** Whether what was done to a scene is the same everywhere and can be learned. */
  default boolean historyKnown() {
    return true;
  }

  /** Something from another picture that can be pasted into a scene. */
  Patch splice(Scene scene, SampleStyle style, RandomGenerator random);
}
