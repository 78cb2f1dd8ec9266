/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.Jpeg;
import sc.fiji.sparsevit.raster.Tone;

/** The augmentation of the paper's training, in its order and with its probabilities. */
public final class PaperProtocol {

  private static final double SCALE = 0.2;
  private static final double TONE = 0.1;
  private static final int WORST_JPEG = 70;
  private static final int BEST_JPEG = 100;
  private static final int SMALLEST_BLUR = 3;
  private static final int LARGEST_BLUR = 7;

  private PaperProtocol() {}

  /** All steps. The result has another size than the original; what is trained on is resized. */
  public static Augmentation augmentation() {
    return Augmentation.inOrder(
        List.of(
            PaperProtocol::scale,
            ((Augmentation) RandomRectangle::copyMove).withProbability(0.1),
            ((Augmentation) RandomRectangle::inpainting).withProbability(0.1),
            ((Augmentation) (original, random) -> original.mirrored()).withProbability(0.5),
            ((Augmentation) (original, random) -> original.flipped()).withProbability(0.5),
            PaperProtocol::tone,
            ((Augmentation) PaperProtocol::jpeg).withProbability(0.2),
            ((Augmentation) PaperProtocol::turn).withProbability(0.5),
            ((Augmentation) PaperProtocol::blur).withProbability(0.2)));
  }

  private static MaskedPicture scale(MaskedPicture original, RandomGenerator random) {
    double factor = random.nextDouble(1 - SCALE, 1 + SCALE);
    return original.resized(
        Math.max(1, (int) Math.round(original.picture().width() * factor)),
        Math.max(1, (int) Math.round(original.picture().height() * factor)));
  }

  /** Contrast about black and brightness, each by up to a tenth. */
  private static MaskedPicture tone(MaskedPicture original, RandomGenerator random) {
    double gain = 1 + random.nextDouble(-TONE, TONE);
    double offset = 255 * random.nextDouble(-TONE, TONE);
    var tone = new Tone(new double[] {gain, gain, gain}, new double[] {offset, offset, offset});
    return original.withPicture(tone.apply(original.picture()));
  }

  private static MaskedPicture jpeg(MaskedPicture original, RandomGenerator random) {
    int quality = random.nextInt(WORST_JPEG, BEST_JPEG + 1);
    return original.withPicture(new Jpeg(quality, false).recompress(original.picture()));
  }

  private static MaskedPicture turn(MaskedPicture original, RandomGenerator random) {
    var turned = original;
    for (int quarters = random.nextInt(4); quarters > 0; quarters--) {
      turned = turned.turned();
    }
    return turned;
  }

  private static MaskedPicture blur(MaskedPicture original, RandomGenerator random) {
    int steps = (LARGEST_BLUR - SMALLEST_BLUR) / 2 + 1;
    int size = SMALLEST_BLUR + 2 * random.nextInt(steps);
    return original.withPicture(GaussianBlur.ofKernelSize(size).apply(original.picture()));
  }
}
