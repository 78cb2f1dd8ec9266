/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * How the gray levels of one picture became those of another that shows the same: the rising curve
 * that gives both the same histogram around the places that agree. It is the same everywhere, so
 * that it cannot make things alike that are not.
 *
 * @param levels the new level, 0-255, for each of the 256
 */
record ToneCurve(byte[] levels) {

  private static final int MOST_PLACES = 60;

  /** Of the square around a place, in its sigmas. */
  private static final double REACH = 5;

  private static final int LEVELS = 256;

  /** From the levels of the other picture to those of the first. */
  static ToneCurve between(Luminance one, Luminance other, Candidate candidate) {
    var ones = new int[LEVELS];
    var others = new int[LEVELS];
    var matches = candidate.matches();
    int count = Math.min(MOST_PLACES, matches.size());
    for (int i = 0; i < count; i++) {
      var place = matches.get((int) ((long) i * matches.size() / count)).from();
      int radius = (int) Math.max(4, Math.min(40, REACH * place.sigma()));
      int step = Math.max(1, radius / 6);
      for (int dy = -radius; dy <= radius; dy += step) {
        for (int dx = -radius; dx <= radius; dx += step) {
          int x = Math.round(place.x()) + dx;
          int y = Math.round(place.y()) + dy;
          double u = candidate.similarity().x(x, y);
          double v = candidate.similarity().y(x, y);
          if (one.contains(x, y) && other.contains(u, v)) {
            ones[one.at(x, y)]++;
            others[Math.round(other.at(u, v))]++;
          }
        }
      }
    }
    return between(ones, others);
  }

  private static ToneCurve between(int[] ones, int[] others) {
    double[] to = quantiles(ones);
    double[] from = quantiles(others);
    var levels = new byte[LEVELS];
    int last = from.length - 1;
    for (int level = 0; level < LEVELS; level++) {
      int i = 0;
      while (i < last - 1 && from[i + 1] <= level) {
        i++;
      }
      // Beyond what was seen, on along the line through all of it.
      boolean outside = level < from[0] || level > from[last];
      int low = outside ? 0 : i;
      int high = outside ? last : i + 1;
      double slope = (to[high] - to[low]) / Math.max(1, from[high] - from[low]);
      double start =
          level > from[last] ? to[last] - from[last] * slope : to[low] - from[low] * slope;
      levels[level] = (byte) Math.max(0, Math.min(LEVELS - 1, Math.round(start + level * slope)));
    }
    return new ToneCurve(levels);
  }

  /** Levels below which 1 %, 5 %, ... 95 %, 99 % lie, between whole ones. */
  private static double[] quantiles(int[] histogram) {
    long total = 0;
    for (int count : histogram) {
      total += count;
    }
    var quantiles = new double[21];
    int level = 0;
    long below = 0;
    for (int i = 0; i < quantiles.length; i++) {
      double share = i == 0 ? 0.01 : i == 20 ? 0.99 : i / 20.0;
      double wanted = share * total;
      while (level < LEVELS - 1 && below + histogram[level] < wanted) {
        below += histogram[level++];
      }
      quantiles[i] = level + (wanted - below) / Math.max(1, histogram[level]) - 0.5;
    }
    return quantiles;
  }

  Luminance apply(Luminance picture) {
    return picture.mapped(levels);
  }
}
