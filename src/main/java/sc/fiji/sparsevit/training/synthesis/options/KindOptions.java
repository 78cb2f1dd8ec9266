/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.training.sample.ForgeryKind;

/**
 * How often what is done; the rest of the forged samples is retouching.
 *
 * @param authentic share of all samples
 * @param splice share of the forged samples
 * @param copyMove share of the forged samples
 * @param inpainting share of the forged samples
 */
public record KindOptions(double authentic, double splice, double copyMove, double inpainting) {

  private static final double ROUNDING = 1e-9;

  public KindOptions {
    if (splice + copyMove + inpainting > 1 + ROUNDING) {
      throw new IllegalArgumentException(
          "splices, copy-moves and inpaintings are shares of the forged samples and must not add up"
              + " to "
              + (splice + copyMove + inpainting));
    }
  }

  public static KindOptions standard() {
    return new KindOptions(0.42, 0.52, 0.32, 0.11);
  }

  public ForgeryKind draw(RandomGenerator random) {
    if (random.nextDouble() < authentic) {
      return ForgeryKind.AUTHENTIC;
    }
    double choice = random.nextDouble();
    if (choice < splice) {
      return ForgeryKind.SPLICE;
    }
    if (choice < splice + copyMove) {
      return ForgeryKind.COPY_MOVE;
    }
    return choice < splice + copyMove + inpainting
        ? ForgeryKind.INPAINTING
        : ForgeryKind.RETOUCHING;
  }
}
