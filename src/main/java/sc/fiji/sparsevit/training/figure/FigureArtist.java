/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.figure;

import java.util.random.RandomGenerator;

/** Draws figures of one kind. */
public interface FigureArtist {

  /**
   * A figure; the same random numbers give the same one.
   *
   * @param width in pixels
   * @param height in pixels
   * @param look decides on colors, noise and the like: two figures with the same look could come
   *     from one experiment
   * @param content decides on what is in it
   */
  Figure draw(int width, int height, RandomGenerator look, RandomGenerator content);
}
