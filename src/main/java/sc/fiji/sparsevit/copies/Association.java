/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds for every keypoint those elsewhere that look most like it, as it is and in a mirror. All
 * are compared by 128 bits of their descriptors, the few nearest of these in full.
 */
final class Association {

  /** Nearer keypoints of one picture look alike because they see the same. */
  static final double LEAST_SHIFT = 20;

  /** Squared distance of descriptors above which two are not the same. */
  private static final float LARGEST_DISTANCE = 0.2f;

  /** Of the nearest by their bits, so many are analyzed in full. */
  private static final int SHORT_LIST = 6;

  /** A part can have been copied more than once. */
  private static final int PARTNERS = 2;

  private static final int MOST_BITS = 40;

  private static final int AT_ONCE = 256;

  /** A descriptor's entries above this, about their mean, are ones. */
  private static final int MEAN = 38;

  private Association() {}

  /** Within one picture; every match in one direction only, unless both keypoints found it. */
  static List<Match> within(CopyFeatures picture, ProgressListener listener) {
    return between(picture, picture, true, listener);
  }

  /** From one picture to another. */
  static List<Match> between(CopyFeatures one, CopyFeatures other, ProgressListener listener) {
    return between(one, other, false, listener);
  }

  private static List<Match> between(
      CopyFeatures one, CopyFeatures other, boolean same, ProgressListener listener) {
    var bright = new Codes(other.keypoints().stream().filter(Keypoint::bright).toList());
    var dark = new Codes(other.keypoints().stream().filter(point -> !point.bright()).toList());
    var from = one.keypoints();
    var matches = new ArrayList<Match>();
    int batches = (from.size() + AT_ONCE - 1) / AT_ONCE;
    for (int batch = 0; batch < batches; batch++) {
      if (listener.isCanceled()) {
        throw new CancellationException("canceled");
      }
      int start = batch * AT_ONCE;
      int end = Math.min(from.size(), start + AT_ONCE);
      matches.addAll(
          from.subList(start, end).parallelStream()
              .flatMap(point -> matches(point, point.bright() ? bright : dark, same).stream())
              .toList());
      listener.progress(batch + 1, batches);
    }
    return matches;
  }

  private static List<Match> matches(Keypoint keypoint, Codes candidates, boolean same) {
    var found = new ArrayList<Match>();
    for (boolean mirrored : new boolean[] {false, true}) {
      byte[] seen = mirrored ? Descriptor.mirrored(keypoint.descriptor()) : keypoint.descriptor();
      var near = new ArrayList<Match>();
      for (int i : candidates.nearest(keypoint, seen, same)) {
        if (i < 0) {
          continue;
        }
        var other = candidates.keypoints.get(i);
        float distance = Descriptor.distance(seen, other.descriptor());
        if (distance <= LARGEST_DISTANCE) {
          near.add(new Match(keypoint, other, mirrored, distance));
        }
      }
      near.sort((a, b) -> Float.compare(a.distance(), b.distance()));
      found.addAll(near.subList(0, Math.min(PARTNERS, near.size())));
    }
    return found;
  }

  /** Keypoints by the bits of their descriptors. */
  private static final class Codes {
    private final List<Keypoint> keypoints;
    private final long[] low;
    private final long[] high;
    private final float[] x;
    private final float[] y;

    Codes(List<Keypoint> keypoints) {
      this.keypoints = keypoints;
      int size = keypoints.size();
      low = new long[size];
      high = new long[size];
      x = new float[size];
      y = new float[size];
      for (int i = 0; i < size; i++) {
        var keypoint = keypoints.get(i);
        low[i] = bits(keypoint.descriptor(), 0);
        high[i] = bits(keypoint.descriptor(), Long.SIZE);
        x[i] = keypoint.x();
        y[i] = keypoint.y();
      }
    }

    private static long bits(byte[] descriptor, int from) {
      long bits = 0;
      for (int i = 0; i < Long.SIZE; i++) {
        bits = bits << 1 | ((descriptor[from + i] & 255) > MEAN ? 1 : 0);
      }
      return bits;
    }

    /** Indices, the nearest first; -1 where there are no more. */
    int[] nearest(Keypoint keypoint, byte[] descriptor, boolean same) {
      long ownLow = bits(descriptor, 0);
      long ownHigh = bits(descriptor, Long.SIZE);
      var nearest = new int[SHORT_LIST];
      var counts = new int[SHORT_LIST];
      Arrays.fill(nearest, -1);
      Arrays.fill(counts, MOST_BITS + 1);
      int worst = MOST_BITS + 1;
      for (int i = 0; i < low.length; i++) {
        int count = Long.bitCount(low[i] ^ ownLow) + Long.bitCount(high[i] ^ ownHigh);
        if (count < worst && !(same && isNear(keypoint, i))) {
          int place = SHORT_LIST - 1;
          while (place > 0 && counts[place - 1] > count) {
            counts[place] = counts[place - 1];
            nearest[place] = nearest[place - 1];
            place--;
          }
          counts[place] = count;
          nearest[place] = i;
          worst = counts[SHORT_LIST - 1];
        }
      }
      return nearest;
    }

    private boolean isNear(Keypoint keypoint, int i) {
      float dx = x[i] - keypoint.x();
      float dy = y[i] - keypoint.y();
      return dx * dx + dy * dy < LEAST_SHIFT * LEAST_SHIFT;
    }
  }
}
