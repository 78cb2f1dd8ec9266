/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.concurrent.CancellationException;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessible;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Localization at the image's own resolution: overlapping windows as the network wants them,
 * blended into one map. No pixel is resampled; the right and bottom edges are continued by
 * reflection to the next multiple that the network takes. Memory is the map and a batch of windows.
 */
public final class NativeResolution {

  private NativeResolution() {}

  /**
   * @param looks at each window
   * @return at the image's size
   * @throws CancellationException when the listener says so
   */
  public static Seen localize(
      WindowModel model, RgbImage image, Looks looks, ProgressListener listener) {
    int width = image.width();
    int height = image.height();
    var map = new BlendedMaps(width, height);
    var wanted = model.window();
    var columns = WindowAxis.cover(width, wanted);
    var rows = WindowAxis.cover(height, wanted);
    var reader = new WindowReader(image, wanted.normalization(), columns.length(), rows.length());
    long total = (long) rows.offsets().length * columns.offsets().length;
    var batch = new WindowBatch(model, looks, rows.length(), columns.length(), total);
    var done = new long[1];
    WindowBatch.Receiver blend =
        (place, seen, from) -> {
          float[] down = rows.weights(place.row());
          float[] across = columns.weights(place.column());
          int x = columns.offsets()[place.column()];
          int y = rows.offsets()[place.row()];
          map.add(seen, from, down, across, x, y);
          listener.progress(++done[0], total);
        };
    for (int row = 0; row < rows.offsets().length; row++) {
      for (int column = 0; column < columns.offsets().length; column++) {
        if (listener.isCanceled()) {
          throw new CancellationException("localization was canceled");
        }
        int x = columns.offsets()[column];
        int y = rows.offsets()[row];
        reader.read(x, y, batch.input(), batch.start());
        batch.add(new WindowBatch.Place(row, column));
        if (batch.isFull()) {
          batch.flush(blend);
        }
      }
    }
    batch.flush(blend);
    return map.seen();
  }

  /** The image reflected at its edges, the edge pixels themselves not repeated. */
  static RandomAccessible<ARGBType> continued(RgbImage image) {
    // A single row or column has nothing else to reflect, and ImgLib2 cannot reflect it at all.
    var atLeastTwo =
        Views.interval(
            Views.extendBorder(image.pixels()),
            FinalInterval.createMinSize(
                0, 0, Math.max(2, image.width()), Math.max(2, image.height())));
    return Views.extendMirrorSingle(atLeastTwo);
  }
}
