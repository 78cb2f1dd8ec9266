/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import ij.process.FHT;
import java.util.Arrays;

/**
 * How well a plane agrees with itself at every shift, by two Fourier transformations (as Hartley's:
 * its rows, then its columns). All frequencies count alike: each is divided by how strong those
 * around it are.
 */
final class GrainAgreement {

  /** Pixels of a side of what is transposed at once: they fit into the nearest memory. */
  private static final int TILE = 32;

  private GrainAgreement() {}

  /**
   * @param plane (height, width), both powers of 2 and at least {@value GrainStrength#BLOCKS};
   *     overwritten
   * @return (height / 2 + 1, width) for shifts down by 0 to half the height and right by any; the
   *     plane is taken to repeat itself, and the mean agreement is 0
   */
  static float[] of(float[] plane, int width, int height) {
    var rows = new FHT();
    var columns = new FHT();
    transformRows(rows, plane, width);
    float[] transformed = transposed(plane, width, height);
    transformRows(columns, transformed, height);
    float[] power = power(transformed, height, width);
    transformRows(columns, power, height);
    float[] agreement = transposed(power, height, width);
    transformRows(rows, agreement, width);
    return even(agreement, width, height);
  }

  /** Rows of zeros stay as they are. */
  private static void transformRows(FHT hartley, float[] plane, int width) {
    // Makes the tables for this length.
    hartley.transform1D(new float[width]);
    for (int start = 0; start < plane.length; start += width) {
      if (!isZero(plane, start, width)) {
        hartley.dfht3(plane, start, false, width);
      }
    }
  }

  private static boolean isZero(float[] plane, int start, int width) {
    for (int i = start; i < start + width; i++) {
      if (plane[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static float[] transposed(float[] plane, int width, int height) {
    var transposed = new float[plane.length];
    for (int top = 0; top < height; top += TILE) {
      for (int left = 0; left < width; left += TILE) {
        for (int y = top; y < top + TILE; y++) {
          for (int x = left; x < left + TILE; x++) {
            transposed[x * height + y] = plane[y * width + x];
          }
        }
      }
    }
    return transposed;
  }

  /**
   * The power of the frequencies that count, divided by that around them, less 1.
   *
   * @param transformed (height, width) rows and columns transformed, one after the other
   */
  private static float[] power(float[] transformed, int width, int height) {
    var power = new float[transformed.length];
    for (int v = 0; v <= height / 2; v++) {
      int here = v * width;
      int opposite = (height - v) % height * width;
      for (int u = 0; u < width; u++) {
        int mirrored = (width - u) & width - 1;
        // Hartley's transform of the plane, and Fourier's from it (Bracewell, 1986)
        float sum = transformed[opposite + u] + transformed[here + mirrored];
        float difference = transformed[here + u] - transformed[opposite + mirrored];
        power[here + u] = sum * sum + difference * difference;
      }
    }
    equalize(power, width, height);
    for (int v = 1; v < height / 2; v++) {
      int opposite = (height - v) * width;
      for (int u = 0; u < width; u++) {
        power[opposite + (width - u & width - 1)] = power[v * width + u];
      }
    }
    return power;
  }

  /** In the half that there is: the other one is its mirror image. */
  private static void equalize(float[] power, int width, int height) {
    var strength = GrainStrength.of(power, width, height);
    var around = new float[width];
    for (int v = 0; v <= height / 2; v++) {
      strength.row(v, around);
      for (int u = 0; u < width; u++) {
        int i = v * width + u;
        power[i] = around[u] > 0 ? Math.min(GrainStrength.MOST, power[i] / around[u]) - 1 : 0;
      }
    }
  }

  /** From both transformations, one after the other, to that of the plane. */
  private static float[] even(float[] transformed, int width, int height) {
    float[] agreement = Arrays.copyOf(transformed, (height / 2 + 1) * width);
    for (int y = 0; y <= height / 2; y++) {
      int here = y * width;
      int opposite = (height - y) % height * width;
      for (int x = 0; x < width; x++) {
        int mirrored = width - x & width - 1;
        agreement[here + x] =
            transformed[here + x]
                + transformed[here + mirrored]
                + transformed[opposite + x]
                - transformed[opposite + mirrored];
      }
    }
    return agreement;
  }
}
