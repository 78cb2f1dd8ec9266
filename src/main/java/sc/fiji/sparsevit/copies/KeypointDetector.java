/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the extrema of differences of Gaussians over space and scale, and describes what is around
 * them (Lowe, 2004), in a picture or a tile of one. All work is in parallel bands of rows.
 */
final class KeypointDetector {

  /** Scales of an octave at which extrema are looked for. */
  private static final int SCALES = 3;

  private static final int LEVELS = SCALES + 3;

  /**
   * Of an octave's first level, in its own pixels: half of Lowe's, on a quarter of the pixels that
   * a picture enlarged twice has.
   */
  private static final double SIGMA = 0.8;

  /** Blur that a camera's or a scanner's picture is taken to have, in its own pixels. */
  private static final double PICTURE_SIGMA = 0.5;

  /** Least difference of Gaussians at an extremum, in gray levels. */
  private static final float CONTRAST = 0.7f;

  /** Largest ratio of the principal curvatures: beyond it a point slides along an edge. */
  private static final float EDGE_RATIO = 10;

  /** Pixels of the picture from which only so many keypoints are kept. */
  private static final int CELL = 64;

  private static final int BORDER = 5;

  /** Rows that are looked at after one another. */
  private static final int BAND = 32;

  private static final int REFINEMENTS = 4;

  private KeypointDetector() {}

  /** An extremum in an octave's own pixels. */
  record Extremum(
      int octave, int level, double x, double y, double sigma, float contrast, boolean bright) {}

  /**
   * @param plane gray levels, row by row
   * @param octaves at most
   * @param limit of keypoints; those of the highest contrast are kept
   */
  static List<Keypoint> detect(float[] plane, int width, int height, int octaves, int limit) {
    int w = width;
    int h = height;
    double blur = Math.sqrt(SIGMA * SIGMA - PICTURE_SIGMA * PICTURE_SIGMA);
    var first = Blur.of(plane, w, h, blur);
    var extrema = new ArrayList<Extremum>();
    var octavesSeen = new ArrayList<Octave>();
    for (int octave = 0; octave < octaves && Math.min(w, h) >= 4 * BORDER; octave++) {
      var levels = new float[LEVELS][];
      levels[0] = first;
      for (int i = 1; i < LEVELS; i++) {
        double sigma = SIGMA * Math.pow(2, (i - 1.0) / SCALES);
        double step = Math.pow(2, 1.0 / SCALES);
        levels[i] = Blur.of(levels[i - 1], w, h, sigma * Math.sqrt(step * step - 1));
      }
      var seen = new Octave(w, h, levels);
      octavesSeen.add(seen);
      extrema.addAll(seen.extrema(octave));
      first = halved(levels[SCALES], w, h);
      w /= 2;
      h /= 2;
    }
    var kept =
        strongest(
            extrema, Math.max(1, (int) ((long) limit * CELL * CELL / ((long) width * height))));
    return kept.parallelStream()
        .flatMap(extremum -> describe(extremum, octavesSeen.get(extremum.octave)).stream())
        .toList();
  }

  /** Those of the highest contrast in each cell, so that faint parts have some too. */
  private static List<Extremum> strongest(List<Extremum> extrema, int limit) {
    var sorted = new ArrayList<>(extrema);
    sorted.sort((one, other) -> Float.compare(other.contrast, one.contrast));
    var counts = new HashMap<Long, Integer>();
    var kept = new ArrayList<Extremum>();
    for (var extremum : sorted) {
      double pixel = 1 << extremum.octave;
      long column = (long) (extremum.x * pixel / CELL);
      long row = (long) (extremum.y * pixel / CELL);
      if (counts.merge(row << 32 | column, 1, Integer::sum) <= limit) {
        kept.add(extremum);
      }
    }
    return kept;
  }

  private static List<Keypoint> describe(Extremum extremum, Octave octave) {
    float[] level = octave.levels[extremum.level];
    double pixel = 1 << extremum.octave;
    var found = new ArrayList<Keypoint>();
    for (double angle : Orientation.of(level, octave.width, octave.height, extremum)) {
      byte[] descriptor = Descriptor.of(level, octave.width, octave.height, extremum, angle);
      found.add(
          new Keypoint(
              (float) (extremum.x * pixel),
              (float) (extremum.y * pixel),
              (float) (extremum.sigma * pixel),
              (float) angle,
              extremum.bright,
              descriptor));
    }
    return found;
  }

  private static float[] halved(float[] plane, int width, int height) {
    int w = width / 2;
    int h = height / 2;
    var smaller = new float[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        smaller[y * w + x] = plane[2 * y * width + 2 * x];
      }
    }
    return smaller;
  }

  /** Blurred pictures of one size, each wider than the one before. */
  private static final class Octave {
    final int width;
    final int height;
    final float[][] levels;
    private final float[][] differences = new float[LEVELS - 1][];

    Octave(int width, int height, float[][] levels) {
      this.width = width;
      this.height = height;
      this.levels = levels;
      IntStream.range(0, LEVELS - 1)
          .parallel()
          .forEach(
              i -> {
                var difference = new float[width * height];
                float[] narrow = levels[i];
                float[] wide = levels[i + 1];
                for (int p = 0; p < difference.length; p++) {
                  difference[p] = wide[p] - narrow[p];
                }
                differences[i] = difference;
              });
    }

    List<Extremum> extrema(int octave) {
      int bands = (height - 2 * BORDER + BAND - 1) / BAND;
      return IntStream.range(0, bands)
          .parallel()
          .mapToObj(
              band -> {
                var found = new ArrayList<Extremum>();
                var row = new RowExtrema(width);
                int top = BORDER + band * BAND;
                for (int y = top; y < Math.min(height - BORDER, top + BAND); y++) {
                  for (int level = 1; level <= SCALES; level++) {
                    scan(octave, level, y, row, found);
                  }
                }
                return found;
              })
          .flatMap(List::stream)
          .toList();
    }

    private void scan(int octave, int level, int y, RowExtrema row, List<Extremum> found) {
      int count = row.find(differences[level], y, BORDER, width - BORDER);
      for (int k = 0; k < count; k++) {
        int x = row.column(k);
        int i = y * width + x;
        float value = differences[level][i];
        float sign = Math.copySign(1f, value);
        float top = Math.abs(value);
        if (top > 0.5f * CONTRAST && isExtremum(level, i, sign, top)) {
          var refined = refine(octave, level, x, y);
          if (refined != null) {
            found.add(refined);
          }
        }
      }
    }

    /** Whether a value is exceeded nowhere around it. */
    private boolean isExtremum(int level, int i, float sign, float top) {
      for (int d = -1; d <= 1; d++) {
        float[] plane = differences[level + d];
        for (int row = i - width; row <= i + width; row += width) {
          if (sign * plane[row - 1] > top
              || sign * plane[row] > top
              || sign * plane[row + 1] > top) {
            return false;
          }
        }
      }
      return true;
    }

    /** The extremum between pixels and scales; null if it is faint, or an edge. */
    private Extremum refine(int octave, int level, int x, int y) {
      for (int round = 0; round < REFINEMENTS; round++) {
        float[] a = differences[level - 1];
        float[] b = differences[level];
        float[] c = differences[level + 1];
        int i = y * width + x;
        double dx = (b[i + 1] - b[i - 1]) / 2;
        double dy = (b[i + width] - b[i - width]) / 2;
        double ds = (c[i] - a[i]) / 2;
        double dxx = b[i + 1] + b[i - 1] - 2 * b[i];
        double dyy = b[i + width] + b[i - width] - 2 * b[i];
        double dss = c[i] + a[i] - 2 * b[i];
        double dxy =
            (b[i + width + 1] - b[i + width - 1] - b[i - width + 1] + b[i - width - 1]) / 4;
        double dxs = (c[i + 1] - c[i - 1] - a[i + 1] + a[i - 1]) / 4;
        double dys = (c[i + width] - c[i - width] - a[i + width] + a[i - width]) / 4;
        double determinant =
            dxx * (dyy * dss - dys * dys)
                - dxy * (dxy * dss - dys * dxs)
                + dxs * (dxy * dys - dyy * dxs);
        if (determinant == 0) {
          return null;
        }
        double ox =
            -((dyy * dss - dys * dys) * dx
                    + (dxs * dys - dxy * dss) * dy
                    + (dxy * dys - dxs * dyy) * ds)
                / determinant;
        double oy =
            -((dys * dxs - dxy * dss) * dx
                    + (dxx * dss - dxs * dxs) * dy
                    + (dxy * dxs - dxx * dys) * ds)
                / determinant;
        double os =
            -((dxy * dys - dyy * dxs) * dx
                    + (dxy * dxs - dxx * dys) * dy
                    + (dxx * dyy - dxy * dxy) * ds)
                / determinant;
        if (Math.abs(ox) <= 0.5 && Math.abs(oy) <= 0.5 && Math.abs(os) <= 0.5) {
          double contrast = Math.abs(b[i] + (dx * ox + dy * oy + ds * os) / 2);
          double trace = dxx + dyy;
          double curvature = dxx * dyy - dxy * dxy;
          boolean edge =
              curvature <= 0
                  || trace * trace * EDGE_RATIO >= (EDGE_RATIO + 1) * (EDGE_RATIO + 1) * curvature;
          if (contrast < CONTRAST || edge) {
            return null;
          }
          double sigma = SIGMA * Math.pow(2, (level + os) / SCALES);
          return new Extremum(octave, level, x + ox, y + oy, sigma, (float) contrast, b[i] < 0);
        }
        if (!(Math.abs(ox) < 5 && Math.abs(oy) < 5 && Math.abs(os) < 5)) {
          return null;
        }
        x += (int) Math.round(ox);
        y += (int) Math.round(oy);
        level += (int) Math.round(os);
        if (level < 1
            || level > SCALES
            || x < BORDER
            || y < BORDER
            || x >= width - BORDER
            || y >= height - BORDER) {
          return null;
        }
      }
      return null;
    }
  }
}
