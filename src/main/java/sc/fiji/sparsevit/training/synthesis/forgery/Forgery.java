/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;

/** A way to forge: makes what goes on top of a scene. */
@FunctionalInterface
public interface Forgery {

  Patch forge(Scene scene, SampleStyle style, RandomGenerator random);
}
