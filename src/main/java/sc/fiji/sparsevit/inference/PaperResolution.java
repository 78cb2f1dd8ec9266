/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.image.Resize;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.ProgressListener;

/** Localization as published: the whole image squashed to a square, whatever its shape. */
public final class PaperResolution {

  /** Side of the squashed image in the publication, in pixels. */
  public static final int SIDE = 512;

  private PaperResolution() {}

  /**
   * What published scores are computed on. The square has the side of the model's windows, or the
   * publication's where the model has none.
   *
   * @throws CancellationException when the listener says so
   */
  public static PaperMap localize(WindowModel model, RgbImage image, ProgressListener listener) {
    if (listener.isCanceled()) {
      throw new CancellationException("localization was canceled");
    }
    var window = model.window();
    int side = window.side() == Window.WHOLE ? window.padded(SIDE) : window.side();
    var input = new float[3 * side * side];
    window.normalization().write(Resize.bilinear(image.pixels(), side, side), input, 0);
    var map = new PaperMap(model.probabilities(input, 1, side, side), side);
    listener.progress(1, 1);
    return map;
  }
}
