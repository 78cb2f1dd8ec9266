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
 * Finds keypoints in a picture of any size, tile by tile, so that memory does not grow with it and
 * no part of it keeps the others from having some.
 */
final class FeatureFinder {

  /** Of one picture. */
  static final int MOST_KEYPOINTS = 240_000;

  /** Of pictures of up to 16 megapixels, and what each further one may add. */
  private static final int MOST_IN_SMALL = 64_000;

  private static final int SMALL = 16_000_000;
  private static final int MOST_IN_MEGAPIXEL = 2_500;

  /** In a tile of {@link #TILE} by {@link #TILE} pixels, in proportion in smaller ones. */
  private static final int MOST_IN_TILE = 3_000;

  private static final int TILE = 640;

  /** What the widest blur of the largest octave reaches, nearly. */
  private static final int HALO = 48;

  private static final int OCTAVES = 5;

  private FeatureFinder() {}

  /**
   * @throws CancellationException when the listener says so
   */
  static CopyFeatures find(Luminance picture, ProgressListener listener) {
    return find(picture, MOST_IN_TILE, listener);
  }

  /**
   * @param mostInTile keypoints that are kept of a tile
   */
  static CopyFeatures find(Luminance picture, int mostInTile, ProgressListener listener) {
    int columns = tiles(picture.width());
    int rows = tiles(picture.height());
    long share = most(picture) / ((long) columns * rows);
    var keypoints = new ArrayList<Keypoint>();
    for (int tile = 0; tile < columns * rows; tile++) {
      if (listener.isCanceled()) {
        throw new CancellationException("canceled");
      }
      int left = (int) ((long) picture.width() * (tile % columns) / columns);
      int right = (int) ((long) picture.width() * (tile % columns + 1) / columns);
      int top = (int) ((long) picture.height() * (tile / columns) / rows);
      int bottom = (int) ((long) picture.height() * (tile / columns + 1) / rows);
      int limit = (int) Math.min(mostInTile, share);
      keypoints.addAll(inTile(picture, left, top, right, bottom, limit));
      listener.progress(tile + 1, columns * rows);
    }
    return new CopyFeatures(picture.width(), picture.height(), keypoints);
  }

  private static long most(Luminance picture) {
    long beyond = Math.max(0, (long) picture.width() * picture.height() - SMALL);
    return Math.min(MOST_KEYPOINTS, MOST_IN_SMALL + beyond * MOST_IN_MEGAPIXEL / 1_000_000);
  }

  private static int tiles(int length) {
    return Math.max(1, (length + TILE / 2) / TILE);
  }

  private static List<Keypoint> inTile(
      Luminance picture, int left, int top, int right, int bottom, int limit) {
    int fromX = Math.max(0, left - HALO);
    int fromY = Math.max(0, top - HALO);
    int width = Math.min(picture.width(), right + HALO) - fromX;
    int height = Math.min(picture.height(), bottom + HALO) - fromY;
    var plane = new float[width * height];
    for (int y = 0; y < height; y++) {
      int row = (fromY + y) * picture.width() + fromX;
      for (int x = 0; x < width; x++) {
        plane[y * width + x] = picture.levels()[row + x] & 255;
      }
    }
    return KeypointDetector.detect(plane, width, height, OCTAVES, limit).stream()
        .map(point -> point.shifted(fromX, fromY))
        .filter(
            point ->
                point.x() >= left - 0.5f
                    && point.y() >= top - 0.5f
                    && point.x() < right - 0.5f
                    && point.y() < bottom - 0.5f)
        .toList();
  }
}
