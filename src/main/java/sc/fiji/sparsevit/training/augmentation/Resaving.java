/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.Jpeg;
import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * Saves images as JPEG again, so that compression does not tell who is forged. Where a data set's
 * forged and authentic images were saved differently, a network learns the qualities instead of the
 * forgeries. Somebody saved a forged image once more than an authentic one: that is made good
 * first. What is saved afterwards is drawn alike for both.
 */
final class Resaving implements Augmentation {

  private static final int BLOCK = 8;
  private static final double MADE_GOOD = 0.9;
  private static final int WORST_EDITED = 65;
  private static final int BEST_EDITED = 90;
  private static final double SAVED = 0.8;
  private static final double SAVED_TWICE = 0.2;
  private static final int WORST = 42;
  private static final int BEST = 97;
  private static final double ALIGNED = 0.7;
  private static final double FULL_CHROMA = 0.35;

  @Override
  public MaskedPicture apply(MaskedPicture original, RandomGenerator random) {
    var picture = original.picture();
    if (!original.isForged() && random.nextDouble() < MADE_GOOD) {
      picture = jpeg(WORST_EDITED, BEST_EDITED, random).recompress(picture);
    }
    for (int i = saves(random); i > 0; i--) {
      picture = saved(picture, random);
    }
    return original.withPicture(picture);
  }

  /** How often an image is saved, forged or not. */
  static int saves(RandomGenerator random) {
    double choice = random.nextDouble();
    return choice < SAVED_TWICE ? 2 : choice < SAVED ? 1 : 0;
  }

  private static RgbRaster saved(RgbRaster picture, RandomGenerator random) {
    var jpeg = jpeg(WORST, BEST, random);
    return random.nextDouble() < ALIGNED
        ? jpeg.recompress(picture)
        : jpeg.recompress(picture, random.nextInt(BLOCK), random.nextInt(BLOCK));
  }

  private static Jpeg jpeg(int worst, int best, RandomGenerator random) {
    return new Jpeg(random.nextInt(worst, best + 1), random.nextDouble() < FULL_CHROMA);
  }
}
