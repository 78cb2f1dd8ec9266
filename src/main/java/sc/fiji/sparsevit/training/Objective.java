/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import sc.fiji.sparsevit.network.OwnedScalar;

/**
 * What training minimizes: cross entropy per pixel, more of it where authentic samples look most
 * forged, soft dice per forged sample, and the error of the read-out history.
 *
 * @param forgedWeight how much a forged pixel counts in the cross entropy, an authentic one being 1
 * @param diceWeight weight of the dice loss
 * @param historyWeight weight of the history loss
 * @param worstWeight weight of the cross entropy of the worst pixels of authentic samples
 */
public record Objective(
    float forgedWeight, float diceWeight, float historyWeight, float worstWeight) {

  /** Keeps dice finite where nothing is forged and nothing is found. */
  private static final float EPSILON = 1f;

  /**
   * How many of an authentic sample's pixels are its worst: about as many as make a false alarm.
   */
  private static final double WORST_SHARE = 0.02;

  /** Plain cross entropy, as published. */
  public static Objective paper() {
    return new Objective(1, 0, 0, 0);
  }

  public static Objective lite() {
    return new Objective(2, 0.5f, 1, 0.15f);
  }

  /** The parts of one batch's loss; scalars that a gradient can be taken of. */
  public record Loss(NDArray total, NDArray crossEntropy, NDArray dice, NDArray history) {}

  /**
   * @param logits per pixel, (N, 1, H, W)
   * @param mask 1 forged, 0 authentic, (N, 1, H, W)
   * @param history the summed error of the history heads, a scalar
   */
  Loss of(NDArray logits, NDArray mask, NDArray history) {
    var weights = mask.mul(forgedWeight - 1).add(1);
    var crossEntropy =
        logits.getNDArrayInternal().softPlus().sub(logits.mul(mask)).mul(weights).mean();
    var dice = dice(Activation.sigmoid(logits), mask);
    var total =
        crossEntropy
            .add(dice.mul(OwnedScalar.of(diceWeight, dice)))
            .add(history.mul(OwnedScalar.of(historyWeight, history)));
    if (worstWeight > 0) {
      var worst = worst(logits, mask);
      total = total.add(worst.mul(OwnedScalar.of(worstWeight, worst)));
    }
    return new Loss(total, crossEntropy, dice, history);
  }

  /** Cross entropy of the most suspected pixels, the mean over the authentic samples. */
  private static NDArray worst(NDArray logits, NDArray mask) {
    long samples = logits.getShape().get(0);
    long pixels = logits.size() / samples;
    int count = (int) Math.ceil(WORST_SHARE * pixels);
    var highest = logits.reshape(samples, pixels).topK(count, 1, true, false).get(0);
    var perSample = highest.getNDArrayInternal().softPlus().mean(new int[] {1});
    var isAuthentic = mask.sum(new int[] {1, 2, 3}).eq(0).toType(mask.getDataType(), false);
    return perSample.mul(isAuthentic).sum().div(isAuthentic.sum().maximum(1));
  }

  /** Mean over the forged samples, with squares in the denominator. */
  private static NDArray dice(NDArray probability, NDArray mask) {
    int[] pixels = {1, 2, 3};
    var overlap = probability.mul(mask).sum(pixels);
    var forged = mask.sum(pixels);
    var sizes = probability.square().sum(pixels).add(forged);
    var perSample = overlap.mul(OwnedScalar.of(-2, overlap)).div(sizes.add(EPSILON)).add(1);
    var isForged = forged.gt(0).toType(mask.getDataType(), false);
    return perSample.mul(isForged).sum().div(isForged.sum().maximum(1));
  }
}
