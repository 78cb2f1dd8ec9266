/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.sample;

import sc.fiji.sparsevit.raster.RgbRaster;

/**
 * One picture to learn from. The arrays may be shared: they are not to be changed.
 *
 * @param picture what the network is shown
 * @param mask (height, width), 1 = forged, 0 = authentic
 * @param history ({@link History#CHANNELS}, height, width): see {@link History}; what was done to
 *     the whole picture afterwards counts only where it resamples; null where it is unknown
 * @param kind what was done
 */
public record TrainingSample(RgbRaster picture, byte[] mask, float[] history, ForgeryKind kind) {

  /** The same for those who do not know the history. */
  public TrainingSample withoutHistory() {
    return new TrainingSample(picture, mask, null, kind);
  }

  /** Share of forged pixels, 0-1. */
  public double forgedShare() {
    int forged = 0;
    for (byte value : mask) {
      forged += value;
    }
    return (double) forged / mask.length;
  }
}
