/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Finds for every keypoint those elsewhere that look most like it, as it is and in a mirror. All
 * are compared by the bits of their descriptors ({@link Codes}), the few nearest of these in full.
 */
final class Association {

  /** Nearer keypoints of one picture look alike because they see the same. */
  static final double LEAST_SHIFT = 20;

  /** Squared distance of descriptors above which two are not the same. */
  private static final float LARGEST_DISTANCE = 0.2f;

  /** A part can have been copied more than once. */
  private static final int PARTNERS = 2;

  private static final int AT_ONCE = 256;

  private Association() {}

  /** Within one picture; every match in one direction only, unless both keypoints found it. */
  static List<Match> within(CopyFeatures picture, SearchWork work, ProgressListener listener) {
    return between(picture, picture, true, work, listener);
  }

  /** From one picture to another. */
  static List<Match> between(CopyFeatures one, CopyFeatures other, ProgressListener listener) {
    return between(one, other, false, new SearchWork(), listener);
  }

  private static List<Match> between(
      CopyFeatures one,
      CopyFeatures other,
      boolean same,
      SearchWork work,
      ProgressListener listener) {
    var bright = Codes.of(other.keypoints().stream().filter(Keypoint::bright).toList(), work);
    var dark = Codes.of(other.keypoints().stream().filter(point -> !point.bright()).toList(), work);
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
      for (var other : candidates.nearest(keypoint, seen, same ? LEAST_SHIFT : 0)) {
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
}
