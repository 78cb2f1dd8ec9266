/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.Arrays;

/**
 * What is measured where two parts lie on one another.
 *
 * @param area pixels that were compared
 * @param correlation of gray levels without their slow changes, -1 to 1
 * @param fine correlation of what is about a pixel wide
 * @param middle correlation of what is about two pixels wide
 * @param coarse correlation of what is about four pixels wide
 * @param weakest a quarter of the blocks that hold more than noise correlate less than this in what
 *     is two pixels wide
 * @param across correlation of the changes along the direction in which there are least: stripes
 *     that are moved along themselves fit everywhere else
 * @param drift pixels by which blocks lie off the transformation, root of the mean square
 * @param light spread of the blocks' gain, natural logarithm
 * @param shade gray levels by which their light differs otherwise, see {@link Shade}
 * @param structure of the gray levels that were compared, standard deviation of the middle band
 * @param telling share of the blocks that hold more structure than noise
 * @param grain of the picture itself, whatever the size at which the rest was compared
 * @param tones of the first part
 * @param matched keypoints that agree
 */
record Evidence(
    int area,
    double correlation,
    double fine,
    double middle,
    double coarse,
    double weakest,
    double across,
    double drift,
    double light,
    double shade,
    double structure,
    double telling,
    Grain grain,
    Tones tones,
    int matched) {

  private static final int BLOCK = 16;

  /** No copy was below. */
  private static final double LEAST_MIDDLE = 0.85;

  /** Of what is two pixels wide, gray levels squared. */
  private static final double LEAST_STRUCTURE = 4;

  /**
   * Null if the two parts differ so much in what is two pixels wide that nothing else matters.
   *
   * @param own bands of the patch's own gray levels
   * @param partner those of what was found for them
   * @param mask pixels of the patch that are to be compared
   */
  static Evidence of(
      AlignedParts patch, PartBands own, PartBands partner, boolean[] mask, int matched) {
    int w = patch.width();
    int h = patch.height();
    boolean[] inner = Morphology.eroded(mask, w, h, 2);
    int area = Morphology.count(inner);
    if (area < 100) {
      inner = mask;
      area = Morphology.count(mask);
    }
    double middle = correlation(own.middle(), partner.middle(), inner);
    if (middle < LEAST_MIDDLE) {
      return null;
    }
    var blocks = blocks(own, partner, inner, w, h);
    return new Evidence(
        area,
        correlation(own.quick(), partner.quick(), inner),
        correlation(own.fine(), partner.fine(), inner),
        middle,
        correlation(own.coarse(), partner.coarse(), inner),
        blocks[0],
        across(own, partner, inner, w, h),
        blocks[1],
        blocks[2],
        Shade.between(patch, inner),
        deviation(own.middle(), inner, area),
        blocks[3],
        Grain.of(own.fine(), own.slow(), partner.fine(), partner.slow(), inner, w),
        Tones.of(patch.own(), inner),
        matched);
  }

  Evidence with(Grain other) {
    return new Evidence(
        area,
        correlation,
        fine,
        middle,
        coarse,
        weakest,
        across,
        drift,
        light,
        shade,
        structure,
        telling,
        other,
        tones,
        matched);
  }

  static float[] difference(float[] one, float[] other) {
    var difference = new float[one.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }

  private static double deviation(float[] plane, boolean[] mask, int area) {
    double sum = 0;
    for (int i = 0; i < mask.length; i++) {
      sum += mask[i] ? plane[i] * plane[i] : 0;
    }
    return Math.sqrt(sum / Math.max(1, area));
  }

  static double correlation(float[] one, float[] other, boolean[] mask) {
    double products = 0;
    double ones = 0;
    double others = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        products += one[i] * other[i];
        ones += one[i] * one[i];
        others += other[i] * other[i];
      }
    }
    return products / Math.sqrt(ones * others + 1e-9);
  }

  private static double across(
      PartBands own, PartBands partner, boolean[] mask, int width, int height) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = width; i < width * (height - 1); i++) {
      if (mask[i]) {
        double gx = right(own, i);
        double gy = down(own, i, width);
        xx += gx * gx;
        xy += gx * gy;
        yy += gy * gy;
      }
    }
    // The direction of least change lies a quarter turn from that of the most.
    double angle = 0.5 * Math.atan2(2 * xy, xx - yy) + Math.PI / 2;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double products = 0;
    double ones = 0;
    double others = 0;
    for (int i = width; i < width * (height - 1); i++) {
      if (mask[i]) {
        double one = cos * right(own, i) + sin * down(own, i, width);
        double other = cos * right(partner, i) + sin * down(partner, i, width);
        products += one * other;
        ones += one * one;
        others += other * other;
      }
    }
    return products / Math.sqrt(ones * others + 1e-9);
  }

  private static double right(PartBands bands, int i) {
    float[] middle = bands.middle();
    float[] coarse = bands.coarse();
    return middle[i + 1] + coarse[i + 1] - middle[i - 1] - coarse[i - 1];
  }

  private static double down(PartBands bands, int i, int width) {
    float[] middle = bands.middle();
    float[] coarse = bands.coarse();
    return middle[i + width] + coarse[i + width] - middle[i - width] - coarse[i - width];
  }

  /** The weakest quarter's correlation, drift and spread of light. */
  private static double[] blocks(
      PartBands own, PartBands partner, boolean[] mask, int width, int height) {
    var correlations = new double[(width / BLOCK + 1) * (height / BLOCK + 1)];
    var gains = new double[correlations.length];
    int count = 0;
    int telling = 0;
    double drift = 0;
    double weights = 0;
    for (int top = 0; top < height; top += BLOCK) {
      for (int left = 0; left < width; left += BLOCK) {
        var block = new BlockFit();
        for (int y = Math.max(1, top); y < Math.min(height - 1, top + BLOCK); y++) {
          for (int x = Math.max(1, left); x < Math.min(width - 1, left + BLOCK); x++) {
            int i = y * width + x;
            if (mask[i]) {
              block.add(own, partner, i, width);
            }
          }
        }
        if (block.count >= BLOCK * BLOCK / 2) {
          if (block.isTelling()) {
            correlations[telling++] = block.correlation();
          }
          gains[count++] = block.logGain();
          double weight = block.structure();
          double off = block.offset();
          drift += weight * off * off;
          weights += weight;
        }
      }
    }
    if (telling == 0) {
      return new double[] {0, 1, 1, 0};
    }
    double[] sorted = Arrays.copyOf(correlations, telling);
    Arrays.sort(sorted);
    double mean = 0;
    for (int i = 0; i < count; i++) {
      mean += gains[i] / count;
    }
    double spread = 0;
    for (int i = 0; i < count; i++) {
      spread += (gains[i] - mean) * (gains[i] - mean) / count;
    }
    return new double[] {
      sorted[telling / 4],
      Math.sqrt(drift / (weights + 1e-9)),
      Math.sqrt(spread),
      (double) telling / count
    };
  }

  /** Sums over a block. */
  private static final class BlockFit {
    int count;
    private double products;
    private double ones;
    private double others;
    private double xx;
    private double xy;
    private double yy;
    private double xe;
    private double ye;

    void add(PartBands own, PartBands partner, int i, int width) {
      count++;
      double a = own.middle()[i];
      double b = partner.middle()[i];
      products += a * b;
      ones += a * a;
      others += b * b;
      double gx = right(partner, i) / 2;
      double gy = down(partner, i, width) / 2;
      double error =
          own.middle()[i] + own.coarse()[i] - (double) (partner.middle()[i] + partner.coarse()[i]);
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
      xe += gx * error;
      ye += gy * error;
    }

    /** Whether there is more in it than noise. */
    boolean isTelling() {
      return ones > LEAST_STRUCTURE * count;
    }

    double correlation() {
      return products / Math.sqrt(ones * others + 1e-9);
    }

    double logGain() {
      return 0.5 * Math.log((ones + count) / (others + count));
    }

    double structure() {
      return Math.min(xx, yy);
    }

    /** Pixels that the block lies beside its partner. */
    double offset() {
      double damping = 0.05 * (xx + yy) + count;
      double determinant = (xx + damping) * (yy + damping) - xy * xy;
      double dx = ((yy + damping) * xe - xy * ye) / determinant;
      double dy = ((xx + damping) * ye - xy * xe) / determinant;
      return Math.min(3, Math.hypot(dx, dy));
    }
  }
}
