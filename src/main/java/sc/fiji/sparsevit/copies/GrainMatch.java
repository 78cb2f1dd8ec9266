/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;

/**
 * Where two parts that lie on one another have the same grain: what is one to two pixels wide, in
 * windows large enough for noise to tell.
 */
final class GrainMatch {

  /** Of what is compared: narrower is mostly compression, wider is shape. */
  private static final double NARROW = 0.7;

  private static final double WIDE = 2.5;

  private static final int RADIUS = 8;

  /** Half of what a copy has in its midst, so that the border of its windows' half lies on it. */
  private static final double LEAST_CORRELATION = 0.4;

  /** Of what was only moved. */
  private static final int WIDE_RADIUS = 16;

  private static final double LEAST_OF_WIDE = 0.15;

  /** Gray levels. */
  private static final float MOST_SHADE = 1;

  /** Gray levels squared below which nothing but rounding is left. */
  private static final double LEAST_VARIANCE = 0.02;

  /** Of the smaller window in which structure that differs is seen. */
  private static final int NEAR = 3;

  /** Gray levels squared that are more than grain. */
  private static final double STRUCTURE = 12;

  private static final double LEAST_OF_STRUCTURE = 0.6;

  /** How many times the median a grain may be. */
  private static final float MOST = 4;

  /** Gray levels. */
  private static final float ROUNDING = 0.3f;

  /** Pixels beside a known part that its edges alone may tell of: outlines grow a little short. */
  private static final int RIM = 3;

  /** Pixels beside a known part in which its edges still show. */
  private static final int BESIDE = 4;

  /** Of the windows that leave out what is known. */
  private static final int RADIUS_BEYOND = 5;

  private static final double LEAST_BEYOND = 0.3;

  /** What is thinner is chance. */
  private static final int THIN = 4;

  private GrainMatch() {}

  /** Gray levels without what is slow. */
  static float[] grain(float[] plane, int width, int height) {
    return Evidence.difference(
        Blur.of(plane, width, height, NARROW), Blur.of(plane, width, height, WIDE));
  }

  /** The pixels around which both parts of a patch have the same grain and no other structure. */
  static boolean[] of(AlignedParts patch) {
    return Morphology.opened(alike(patch), patch.width(), patch.height(), THIN);
  }

  /**
   * The same by wider windows, in which less of a grain that compression left little of tells, of a
   * part that was only moved: the gray levels of both are the same, too.
   */
  static boolean[] ofUnchanged(AlignedParts patch) {
    int w = patch.width();
    int h = patch.height();
    float[] own = limited(grain(patch.own(), w, h));
    float[] partner = limited(grain(patch.partner(), w, h));
    float[] difference = Evidence.difference(patch.own(), patch.partner());
    float[] shade = Blur.of(difference, w, h, RADIUS / 2.0);
    var same = new boolean[w * h];
    var windows = new WindowSums(own, partner, w, h, WIDE_RADIUS);
    for (int y = 0; y < h; y++) {
      windows.moveTo(y);
      for (int x = 0; x < w; x++) {
        int i = y * w + x;
        same[i] =
            patch.inside()[i]
                && Math.abs(shade[i]) < MOST_SHADE
                && isSame(windows, x, LEAST_OF_WIDE);
      }
    }
    return Morphology.opened(same, w, h, THIN);
  }

  /**
   * The same of what lies around a known part. Its edges reach into the windows beside it, but tell
   * nothing of the sky before which they stand: that has to agree on its own.
   *
   * @param sure pixels that are the same whatever their grain
   * @param part these, and what was taken in since
   */
  static boolean[] around(boolean[] sure, boolean[] part, AlignedParts patch) {
    int w = patch.width();
    int h = patch.height();
    boolean[] alike = alike(patch);
    boolean[] rim = Morphology.dilated(sure, w, h, RIM);
    boolean[] known = Morphology.dilated(part, w, h, BESIDE);
    float[] own = limited(grain(patch.own(), w, h));
    float[] partner = limited(grain(patch.partner(), w, h));
    for (int i = 0; i < known.length; i++) {
      own[i] = known[i] ? 0 : own[i];
      partner[i] = known[i] ? 0 : partner[i];
    }
    var beyond = new WindowSums(own, partner, w, h, RADIUS_BEYOND);
    for (int y = 0; y < h; y++) {
      beyond.moveTo(y);
      for (int x = 0; x < w; x++) {
        alike[y * w + x] &= rim[y * w + x] || isSame(beyond, x, LEAST_BEYOND);
      }
    }
    return Morphology.opened(alike, w, h, THIN);
  }

  private static boolean[] alike(AlignedParts patch) {
    int w = patch.width();
    int h = patch.height();
    var same = new boolean[w * h];
    float[] own = limited(grain(patch.own(), w, h));
    float[] partner = limited(grain(patch.partner(), w, h));
    var grain = new WindowSums(own, partner, w, h, RADIUS);
    var levels = new WindowSums(patch.own(), patch.partner(), w, h, NEAR);
    for (int y = 0; y < h; y++) {
      grain.moveTo(y);
      levels.moveTo(y);
      for (int x = 0; x < w; x++) {
        same[y * w + x] =
            patch.inside()[y * w + x] && isSame(grain, x, LEAST_CORRELATION) && !differ(levels, x);
      }
    }
    return same;
  }

  /** Edges, such as where something was set in, do not outweigh the grain beside them. */
  private static float[] limited(float[] grain) {
    var sizes = new float[grain.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(grain[i]);
    }
    Arrays.sort(sizes);
    float most = MOST * sizes[sizes.length / 2] + ROUNDING;
    for (int i = 0; i < grain.length; i++) {
      grain[i] = Math.max(-most, Math.min(most, grain[i]));
    }
    return grain;
  }

  private static boolean isSame(WindowSums grain, int x, double least) {
    double ones = grain.varianceOfOne(x);
    double others = grain.varianceOfOther(x);
    return ones > LEAST_VARIANCE
        && others > LEAST_VARIANCE
        && grain.covariance(x) > least * Math.sqrt(ones * others);
  }

  private static boolean differ(WindowSums levels, int x) {
    double ones = levels.varianceOfOne(x);
    double others = levels.varianceOfOther(x);
    return Math.max(ones, others) > STRUCTURE
        && levels.covariance(x)
            < LEAST_OF_STRUCTURE * Math.sqrt(Math.max(1, ones) * Math.max(1, others));
  }
}
