/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.augmentation;

import java.util.List;
import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.GaussianBlur;
import sc.fiji.sparsevit.raster.GaussianNoise;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.raster.UnsharpMask;

/**
 * What happens to an image of a data set that is seen at its own resolution. It is seen from all
 * sides, and what is done to its values befalls the whole of it, so that the mask stays true.
 */
public final class NativeProtocol {

  private static final double HALF = 0.5;
  private static final double FLIPPED = 0.25;
  private static final double SCALED = 0.2;
  private static final double SMALLEST_SCALE = 0.75;
  private static final double LARGEST_SCALE = 1.3;
  private static final double TONED = 0.3;
  private static final double GAMMA = 0.3;
  private static final double CONTRAST = 0.15;
  private static final double BRIGHTNESS = 15;
  private static final double NOISY = 0.25;
  private static final double STRONGEST_NOISE = 4.5;
  private static final double BLURRED = 0.14;
  private static final double STRONGEST_BLUR = 2;
  private static final double SHARPENED = 0.06;

  private NativeProtocol() {}

  /** Before a part is cut out: the eight views of the image, and now and then another size. */
  public static Augmentation view(int width, int height) {
    return Augmentation.inOrder(
        List.of(
            ((Augmentation) (original, random) -> original.mirrored()).withProbability(HALF),
            ((Augmentation) (original, random) -> original.flipped()).withProbability(FLIPPED),
            (original, random) -> turned(original, width, height, random),
            ((Augmentation) NativeProtocol::scaled).withProbability(SCALED)));
  }

  /** Afterwards: light, noise, blur or sharpening, and the files that it went through. */
  public static Augmentation processing() {
    return Augmentation.inOrder(
        List.of(
            ((Augmentation) NativeProtocol::toned).withProbability(TONED),
            ((Augmentation) NativeProtocol::noisy).withProbability(NOISY),
            ((Augmentation) NativeProtocol::blurred).withProbability(BLURRED),
            ((Augmentation) NativeProtocol::sharpened).withProbability(SHARPENED),
            new Resaving()));
  }

  /** On its side where that fills a sample as well, or better. */
  private static MaskedPicture turned(
      MaskedPicture original, int width, int height, RandomGenerator random) {
    double upright = filled(original.picture().width(), original.picture().height(), width, height);
    double onSide = filled(original.picture().height(), original.picture().width(), width, height);
    boolean turn = onSide == upright ? random.nextDouble() < HALF : onSide > upright;
    return turn ? original.turned() : original;
  }

  private static double filled(int ownWidth, int ownHeight, int width, int height) {
    return Math.min(1, (double) ownWidth / width) * Math.min(1, (double) ownHeight / height);
  }

  private static MaskedPicture scaled(MaskedPicture original, RandomGenerator random) {
    double factor = random.nextDouble(SMALLEST_SCALE, LARGEST_SCALE);
    return original.resized(
        Math.max(1, (int) Math.round(original.picture().width() * factor)),
        Math.max(1, (int) Math.round(original.picture().height() * factor)));
  }

  private static MaskedPicture toned(MaskedPicture original, RandomGenerator random) {
    double gamma = Math.exp(random.nextDouble(-GAMMA, GAMMA));
    double gain = 1 + random.nextDouble(-CONTRAST, CONTRAST);
    double offset = random.nextDouble(-BRIGHTNESS, BRIGHTNESS);
    var table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = RgbRaster.round((float) (gain * 255 * Math.pow(i / 255.0, gamma) + offset));
    }
    return original.withPicture(original.picture().map(new byte[][] {table, table, table}));
  }

  private static MaskedPicture noisy(MaskedPicture original, RandomGenerator random) {
    var noise = new GaussianNoise(random.nextDouble(STRONGEST_NOISE), random.nextBoolean());
    return original.withPicture(noise.apply(original.picture(), random));
  }

  private static MaskedPicture blurred(MaskedPicture original, RandomGenerator random) {
    var blur = GaussianBlur.ofSigma(random.nextDouble(0.4, STRONGEST_BLUR));
    return original.withPicture(blur.apply(original.picture()));
  }

  private static MaskedPicture sharpened(MaskedPicture original, RandomGenerator random) {
    var mask = new UnsharpMask(random.nextDouble(0.2, 0.8));
    return original.withPicture(mask.apply(original.picture()));
  }
}
