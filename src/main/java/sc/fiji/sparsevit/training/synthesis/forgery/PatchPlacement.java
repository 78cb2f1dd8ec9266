/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.RgbRaster;

/** Finds a place for a patch: anywhere, or where its surroundings fit best. */
public final class PatchPlacement {

  private static final double FITTED = 0.5;
  private static final int PLACES = 12;

  private PatchPlacement() {}

  /** The patch somewhere in a scene. */
  public static Patch anywhere(Patch patch, Scene scene, RandomGenerator random) {
    int places = random.nextDouble() < FITTED ? PLACES : 1;
    var best = random(patch, scene, random);
    double least = places == 1 ? 0 : disagreement(best, scene.picture());
    for (int i = 1; i < places; i++) {
      var candidate = random(patch, scene, random);
      double disagreement = disagreement(candidate, scene.picture(), least);
      if (disagreement < least) {
        least = disagreement;
        best = candidate;
      }
    }
    return best;
  }

  private static Patch random(Patch patch, Scene scene, RandomGenerator random) {
    return patch.at(
        position(scene.picture().width(), patch.picture().width(), random),
        position(scene.picture().height(), patch.picture().height(), random));
  }

  /** A start such that at most a fifth of the length lies outside on either side. */
  static int position(int available, int length, RandomGenerator random) {
    int outside = Math.min(length, available) / 5;
    int first = Math.min(-outside, available - length);
    int last = Math.max(-outside, available - length + outside);
    return random.nextInt(first, last + 1);
  }

  /** Mean absolute difference between the patch's transparent surroundings and what they cover. */
  static double disagreement(Patch patch, RgbRaster below) {
    return disagreement(patch, below, Double.MAX_VALUE);
  }

  /**
   * The same, or any value that is not below a limit if it is not either: what has passed the limit
   * is not looked at to its end.
   */
  static double disagreement(Patch patch, RgbRaster below, double limit) {
    var own = patch.picture();
    FloatPlane opacity = patch.opacity();
    int left = Math.max(0, -patch.x());
    int right = Math.min(own.width(), below.width() - patch.x());
    long sum = 0;
    int count = 0;
    int bottom = Math.min(own.height(), below.height() - patch.y());
    for (int y = Math.max(0, -patch.y()); y < bottom; y++) {
      int at = (y + patch.y()) * below.width() + patch.x();
      for (int x = left; x < right; x++) {
        int i = y * own.width() + x;
        if (opacity.values()[i] == 0) {
          for (int c = 0; c < RgbRaster.CHANNELS; c++) {
            sum +=
                Math.abs(
                    (own.samples()[c * own.pixels() + i] & 255)
                        - (below.samples()[c * below.pixels() + at + x] & 255));
          }
          count++;
        }
      }
      int most = count + (bottom - y - 1) * (right - left);
      if (sum > limit * most) {
        return Double.MAX_VALUE;
      }
    }
    return count == 0 ? Double.MAX_VALUE : (double) sum / count;
  }
}
