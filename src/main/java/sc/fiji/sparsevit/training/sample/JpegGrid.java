/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.sample;

import java.util.random.RandomGenerator;

/**
 * Where the 8x8 blocks of a JPEG file lie in a picture. What is pasted keeps the blocks of the file
 * it came from, and they seldom meet those of the picture around it: of a paste that was neither
 * scaled nor turned, this is what is left to see.
 *
 * @param x column of the first block that starts in the picture, 0-7; -1 where no blocks are left
 * @param y its row, likewise
 */
public record JpegGrid(int x, int y) {

  public static final int BLOCK = 8;

  /** No blocks, or blocks that were resampled away. */
  public static final JpegGrid LOST = new JpegGrid(-1, -1);

  /** As in an uncropped file. */
  public static final JpegGrid CORNER = new JpegGrid(0, 0);

  /** Values per pixel of the training target. */
  static final int CHANNELS = 4;

  public static JpegGrid anywhere(RandomGenerator random) {
    return new JpegGrid(random.nextInt(BLOCK), random.nextInt(BLOCK));
  }

  public boolean isLost() {
    return x < 0;
  }

  /** The same blocks, seen from a point so far to the left and above. */
  JpegGrid moved(int right, int down) {
    return isLost()
        ? this
        : new JpegGrid(Math.floorMod(x + right, BLOCK), Math.floorMod(y + down, BLOCK));
  }

  /** With left and right of a picture of some width exchanged. */
  JpegGrid mirrored(int width) {
    return isLost() ? this : new JpegGrid(Math.floorMod(width - x, BLOCK), y);
  }

  /** Cosine and sine of the column's phase, then of the row's; 0 where there are no blocks. */
  float[] target() {
    if (isLost()) {
      return new float[CHANNELS];
    }
    double across = 2 * Math.PI * x / BLOCK;
    double down = 2 * Math.PI * y / BLOCK;
    return new float[] {
      (float) Math.cos(across),
      (float) Math.sin(across),
      (float) Math.cos(down),
      (float) Math.sin(down)
    };
  }
}
