/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * What is a pixel wide where gray levels change slowly: noise, and what compression left of it. Of
 * a copy it is the same, of something that only looks like it, it is not.
 *
 * @param correlation of both parts, -1 to 1
 * @param strength root of the product of both mean squares, in gray levels
 * @param pixels that were compared
 */
record Grain(double correlation, double strength, int pixels) {

  /** Gray levels between the two pixels beside one. */
  private static final float CALM = 4;

  static Grain of(AlignedParts patch, boolean[] mask) {
    int w = patch.width();
    int h = patch.height();
    float[] own = Blur.of(patch.own(), w, h, 0.8);
    float[] partner = Blur.of(patch.partner(), w, h, 0.8);
    float[] ownGrain = Evidence.difference(patch.own(), own);
    float[] partnerGrain = Evidence.difference(patch.partner(), partner);
    float[] ownSlow = Blur.of(own, w, h, 1.6);
    float[] partnerSlow = Blur.of(partner, w, h, 1.6);
    double products = 0;
    double ones = 0;
    double others = 0;
    int pixels = 0;
    for (int i = w; i < mask.length - w; i++) {
      if (mask[i] && isCalm(ownSlow, i, w) && isCalm(partnerSlow, i, w)) {
        products += ownGrain[i] * partnerGrain[i];
        ones += ownGrain[i] * ownGrain[i];
        others += partnerGrain[i] * partnerGrain[i];
        pixels++;
      }
    }
    double length = Math.sqrt(ones * others);
    return new Grain(products / (length + 1e-9), Math.sqrt(length / Math.max(1, pixels)), pixels);
  }

  private static boolean isCalm(float[] plane, int i, int width) {
    return Math.abs(plane[i + 1] - plane[i - 1]) + Math.abs(plane[i + width] - plane[i - width])
        < CALM;
  }
}
