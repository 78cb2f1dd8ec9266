/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How a run goes, as means over its last steps, for a person to read. */
public final class TrainingPace {

  private static final int STEPS = 50;

  private final TrainingOptions options;
  private final Deque<TrainingStep> last = new ArrayDeque<>();

  public TrainingPace(TrainingOptions options) {
    this.options = options;
  }

  /** Takes a step in. */
  public void add(TrainingStep step) {
    last.addLast(step);
    if (last.size() > STEPS) {
      last.removeFirst();
    }
  }

  /** One line with the time left; there must have been a step. */
  public String summary() {
    long done = last.getLast().step() + 1;
    double seconds = mean(TrainingStep::seconds);
    var left = Duration.ofSeconds(Math.round((options.steps() - done) * seconds));
    return String.format(
        Locale.ROOT,
        "step %d of %d: loss %.3f, F1 %.3f, %.2f samples/s, %d h %02d min left",
        done,
        options.steps(),
        mean(TrainingStep::loss),
        mean(TrainingStep::f1),
        options.batchSize() * options.accumulation() / seconds,
        left.toHours(),
        left.toMinutesPart());
  }

  /** Steps without a forged sample have no F1. */
  private double mean(ToDoubleFunction<TrainingStep> value) {
    return last.stream()
        .mapToDouble(value)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }
}
