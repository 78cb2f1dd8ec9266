/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.synthesis.options.Range;
import sc.fiji.sparsevit.training.synthesis.options.SourceOptions;

/**
 * How a photograph comes to its size: it is shrunk so that it has no traces of its own, which is no
 * part of its history, and then resampled, which is.
 *
 * @param prior new size over old size of the first step, at most 1
 * @param factor new size over old size of the second step
 */
public record Scaling(double prior, double factor) {

  /** For a part of a photograph: perhaps shrunk first, then what its history says. */
  public static Scaling draw(SourceOptions options, History drawn, RandomGenerator random) {
    double prior =
        random.nextDouble() < options.priorShrink() ? options.priorFactor().draw(random) : 1;
    return new Scaling(prior, drawn.factor());
  }

  public double total() {
    return prior * factor;
  }

  /**
   * The nearest scaling whose total lies in a range; as much as possible of it in the first step.
   */
  public Scaling within(Range totals) {
    double total = totals.clamp(total());
    double newPrior = Math.min(1, prior * total / total());
    return new Scaling(newPrior, total / newPrior);
  }

  /** A history with this resampling and the other steps of another one. */
  public History into(History drawn) {
    return new History(factor, drawn.blur(), drawn.noise(), drawn.quality(), drawn.grid());
  }
}
