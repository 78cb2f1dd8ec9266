/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * The gray levels around a part by how wide their structure is. What is wide is computed when it is
 * first asked for: most parts that are no copies differ in what is narrow.
 */
final class PartBands {

  private final float[] plane;
  private final int width;
  private final int height;

  private final float[] fine;
  private final float[] middle;
  private final float[] slow;
  private float[] coarse;
  private float[] quick;

  PartBands(float[] plane, int width, int height) {
    this.plane = plane;
    this.width = width;
    this.height = height;
    float[] one = Blur.of(plane, width, height, 0.8);
    slow = Blur.of(plane, width, height, 1.8);
    fine = Evidence.difference(plane, one);
    middle = Evidence.difference(one, slow);
  }

  /** What is about a pixel wide. */
  float[] fine() {
    return fine;
  }

  /** What is about two pixels wide. */
  float[] middle() {
    return middle;
  }

  /** What is about four pixels wide. */
  float[] coarse() {
    if (coarse == null) {
      float[] four = Blur.of(slow, width, height, Math.sqrt(16 - 1.8 * 1.8));
      coarse = Evidence.difference(slow, four);
    }
    return coarse;
  }

  /** What is wider than two pixels. */
  float[] slow() {
    return slow;
  }

  /** All without the slow changes of gray levels. */
  float[] quick() {
    if (quick == null) {
      quick = withoutSlow();
    }
    return quick;
  }

  private float[] withoutSlow() {
    float[] means = Blur.ofSquares(plane, width, height, 8);
    int columns = (width + Blur.SQUARE - 1) / Blur.SQUARE;
    var rest = new float[plane.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        rest[i] = plane[i] - means[y / Blur.SQUARE * columns + x / Blur.SQUARE];
      }
    }
    return rest;
  }
}
