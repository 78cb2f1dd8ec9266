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

  /** Of the mask's pixels where both parts lie on one another. */
  static Grain of(AlignedParts patch, boolean[] mask) {
    int w = patch.width();
    int h = patch.height();
    return of(
        Evidence.difference(patch.own(), Blur.of(patch.own(), w, h, 0.8)),
        Blur.of(patch.own(), w, h, 1.8),
        Evidence.difference(patch.partner(), Blur.of(patch.partner(), w, h, 0.8)),
        Blur.of(patch.partner(), w, h, 1.8),
        mask,
        w);
  }

  /**
   * @param own what is a pixel wide of one part
   * @param ownSlow the same part without what is up to two pixels wide
   * @param partner what is a pixel wide of the other
   * @param partnerSlow the other without what is up to two pixels wide
   * @param w width in pixels
   */
  static Grain of(
      float[] own, float[] ownSlow, float[] partner, float[] partnerSlow, boolean[] mask, int w) {
    double products = 0;
    double ones = 0;
    double others = 0;
    int pixels = 0;
    for (int i = w; i < mask.length - w; i++) {
      if (mask[i] && isCalm(ownSlow, i, w) && isCalm(partnerSlow, i, w)) {
        products += own[i] * partner[i];
        ones += own[i] * own[i];
        others += partner[i] * partner[i];
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
