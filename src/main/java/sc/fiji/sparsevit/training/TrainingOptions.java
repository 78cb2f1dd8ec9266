/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import sc.fiji.sparsevit.inference.PrecisionChoice;

/**
 * How a network is trained; what it is trained on is the {@link SampleSource}'s business.
 *
 * @param steps optimizer steps in the whole run
 * @param batchSize samples per forward pass
 * @param accumulation forward passes per optimizer step
 * @param replays how many more times each sample is seen, flipped, in later batches, 0 to 3; they
 *     come on top of the batch size
 * @param rate learning rate over the run
 * @param weightDecay decoupled decay of every tensor with more than one dimension
 * @param clipNorm largest norm of the whole gradient; 0 leaves it as it is
 * @param dropPath share of samples that skip the last block, 0 to below 1
 * @param averageDecay share of the averaged weights that survives a step; 0 keeps the newest only
 * @param objective what is minimized
 * @param precision of the numbers that most products are computed in
 * @param seed of everything random
 * @param saveEvery how often the state is written
 * @param validateEvery 0 for never; else optimizer steps between validations
 */
public record TrainingOptions(
    long steps,
    int batchSize,
    int accumulation,
    int replays,
    LearningRate rate,
    float weightDecay,
    float clipNorm,
    float dropPath,
    float averageDecay,
    Objective objective,
    PrecisionChoice precision,
    long seed,
    Duration saveEvery,
    long validateEvery) {

  /** Of the paper's run: 200 epochs of 12,880 random draws in batches of 16. */
  static final long PAPER_STEPS = 200 * 805;

  private static final int PAPER_EPOCHS = 200;
  private static final int PAPER_WARM_UP_EPOCHS = 4;

  public TrainingOptions {
    if (steps < 1 || batchSize < 1 || accumulation < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "training needs at least 1 step, 1 sample and 1 pass per step, not %d, %d and %d",
              steps,
              batchSize,
              accumulation));
    }
    if (replays < 0 || replays > Flip.values().length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "each sample can be replayed 0 to %d times, not %d",
              Flip.values().length,
              replays));
    }
  }

  /** The recipe of the embedded model. */
  public static TrainingOptions lite(long steps) {
    return new TrainingOptions(
        steps,
        8,
        1,
        0,
        new LearningRate(5e-4f, 5e-6f, 50, steps),
        0.05f,
        1,
        0,
        0.998f,
        Objective.lite(),
        PrecisionChoice.AUTO,
        1,
        Duration.ofMinutes(3),
        500);
  }

  /** The publication's protocol (paper section 4.1), stretched over another number of steps. */
  public static TrainingOptions paper(long steps) {
    return new TrainingOptions(
        steps,
        16,
        1,
        0,
        new LearningRate(2e-4f, 5e-7f, steps * PAPER_WARM_UP_EPOCHS / PAPER_EPOCHS, steps),
        0.05f,
        0,
        0.2f,
        0,
        Objective.paper(),
        PrecisionChoice.FLOAT32,
        1,
        Duration.ofMinutes(10),
        Math.max(1, steps / PAPER_EPOCHS));
  }

  /** Whether a validation follows after this many steps. */
  boolean validatesAfter(long done) {
    return validateEvery > 0 && (done % validateEvery == 0 || done == steps);
  }

  /** The same, never measured on the way. */
  public TrainingOptions withoutValidation() {
    return with(draft -> draft.validateEvery = 0);
  }

  /**
   * The same with other batches.
   *
   * @param size samples per forward pass
   * @param passes per optimizer step
   */
  public TrainingOptions withBatch(int size, int passes) {
    return with(
        draft -> {
          draft.batchSize = size;
          draft.accumulation = passes;
        });
  }

  /** The same with samples seen so many more times, 0 to 3. */
  public TrainingOptions withReplays(int times) {
    return with(draft -> draft.replays = times);
  }

  /** The same with another learning rate after the warm-up; the final rate scales with it. */
  public TrainingOptions withPeakRate(float peak) {
    return with(draft -> draft.rate = rate.withPeak(peak));
  }

  /** The same in another numeric precision. */
  public TrainingOptions withPrecision(PrecisionChoice other) {
    return with(draft -> draft.precision = other);
  }

  /** The same with other random numbers. */
  public TrainingOptions withSeed(long other) {
    return with(draft -> draft.seed = other);
  }

  private TrainingOptions with(Consumer<Draft> change) {
    var draft = new Draft();
    change.accept(draft);
    return new TrainingOptions(
        steps,
        draft.batchSize,
        draft.accumulation,
        draft.replays,
        draft.rate,
        weightDecay,
        clipNorm,
        dropPath,
        averageDecay,
        objective,
        draft.precision,
        draft.seed,
        saveEvery,
        draft.validateEvery);
  }

  /** What can be changed, until the options are made from it. */
  private final class Draft {
    private int batchSize = TrainingOptions.this.batchSize;
    private int accumulation = TrainingOptions.this.accumulation;
    private int replays = TrainingOptions.this.replays;
    private LearningRate rate = TrainingOptions.this.rate;
    private PrecisionChoice precision = TrainingOptions.this.precision;
    private long seed = TrainingOptions.this.seed;
    private long validateEvery = TrainingOptions.this.validateEvery;
  }
}
