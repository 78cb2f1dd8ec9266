/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

import java.util.random.RandomGenerator;

/** A way to forge: makes what goes on top of a scene. */
@FunctionalInterface
interface Forgery {

  /** Pixels that a patch brings along around its opaque part: context for blur and soft edges. */
  int MARGIN = 8;

  Patch forge(Scene scene, Style style, RandomGenerator random);
}
