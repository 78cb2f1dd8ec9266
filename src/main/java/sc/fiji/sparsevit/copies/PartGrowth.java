/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;

/**
 * Which pixels of a patch show the same as their partners: from places that are known to, as far as
 * small windows correlate. Flat windows correlate with every other, so they only fill gaps.
 */
final class PartGrowth {

  private static final int RADIUS = 3;

  /** Of a window with its partner. */
  private static final float LEAST_CORRELATION = 0.8f;

  /** Gray levels squared below which a window tells nothing. */
  private static final float FLAT = 6;

  /** Gray levels by which the means of flat windows may differ. */
  private static final float LIGHT = 6;

  /** Pixels that flat windows are trusted beyond telling ones. */
  private static final int REACH = 5;

  private PartGrowth() {}

  /**
   * @param seeds indices of pixels known to show the same
   * @return the connected pixels that do; all false if there are none
   */
  static boolean[] grow(AlignedParts patch, int[] seeds) {
    int w = patch.width();
    int h = patch.height();
    boolean[] fits = fits(patch);
    var known = new boolean[fits.length];
    for (int seed : seeds) {
      int sx = seed % w;
      int sy = seed / w;
      for (int y = Math.max(0, sy - 2); y <= Math.min(h - 1, sy + 2); y++) {
        for (int x = Math.max(0, sx - 2); x <= Math.min(w - 1, sx + 2); x++) {
          known[y * w + x] = true;
        }
      }
    }
    boolean[] grown = Morphology.connected(fits, known, w);
    return Morphology.filled(Morphology.opened(grown, w, h, 2), w, h);
  }

  private static boolean[] fits(AlignedParts patch) {
    int w = patch.width();
    int h = patch.height();
    var telling = new boolean[w * h];
    var flat = new boolean[w * h];
    var sums = new WindowSums(patch.own(), patch.partner(), w, h, RADIUS);
    for (int y = 0; y < h; y++) {
      sums.moveTo(y);
      for (int x = 0; x < w; x++) {
        sums.moveRightTo(x);
        int i = y * w + x;
        if (!patch.inside()[i]) {
          continue;
        }
        double varianceOwn = sums.varianceOfOne();
        double variancePartner = sums.varianceOfOther();
        if (varianceOwn < FLAT && variancePartner < FLAT) {
          flat[i] = Math.abs(sums.difference()) < LIGHT;
        } else {
          double length = Math.max(1, varianceOwn) * Math.max(1, variancePartner);
          double covariance = sums.covariance();
          telling[i] =
              covariance > 0
                  && covariance * covariance > LEAST_CORRELATION * LEAST_CORRELATION * length;
        }
      }
    }
    boolean[] near = Morphology.dilated(telling, w, h, REACH);
    var fits = Arrays.copyOf(telling, telling.length);
    for (int i = 0; i < fits.length; i++) {
      fits[i] |= flat[i] && near[i];
    }
    return fits;
  }
}
