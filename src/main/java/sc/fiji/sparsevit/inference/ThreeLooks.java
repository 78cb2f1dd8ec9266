/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.function.IntUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Localization at the image's own resolution, three times: as it is, mirrored, and upside down.
 * What a forgery leaves behind is there in all of them, while what only looks like it often is not;
 * so more is found at the same rate of false alarms. No pixel is resampled. Memory is three maps.
 */
public final class ThreeLooks {

  private static final int X = 0;
  private static final int Y = 1;
  private static final int LOOKS = 3;

  private ThreeLooks() {}

  /**
   * What was seen: probabilities 0-1, row by row, at the image's size.
   *
   * @param joined the root mean square of the three: it follows the more certain looks, as a plain
   *     mean does not
   * @param first of the image as it is, in which the network tells a copy from its original best
   */
  public record Seen(float[] joined, float[] first) {}

  /**
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  public static Seen localize(WindowModel model, RgbImage image, ProgressListener listener) {
    int width = image.width();
    int pixels = width * image.height();
    var mirrored = flipped(image.pixels(), X);
    var turned = flipped(mirrored, Y);
    float[] squares = new float[pixels];
    float[] first = look(model, image.pixels(), image, listener, 0);
    add(first, i -> i, squares);
    add(look(model, mirrored, image, listener, 1), i -> i - 2 * (i % width) + width - 1, squares);
    add(look(model, turned, image, listener, 2), i -> pixels - 1 - i, squares);
    for (int i = 0; i < pixels; i++) {
      squares[i] = (float) Math.sqrt(squares[i] / LOOKS);
    }
    return new Seen(squares, first);
  }

  /**
   * @param place where a pixel of the image is in what the look saw
   */
  private static void add(float[] look, IntUnaryOperator place, float[] squares) {
    for (int i = 0; i < squares.length; i++) {
      float value = look[place.applyAsInt(i)];
      squares[i] += value * value;
    }
  }

  private static float[] look(
      WindowModel model,
      RandomAccessibleInterval<ARGBType> seen,
      RgbImage image,
      ProgressListener listener,
      int number) {
    return NativeResolution.localize(
        model, new RgbImage(seen, image.mapping()), new PartOfProgress(listener, number, LOOKS));
  }

  private static RandomAccessibleInterval<ARGBType> flipped(
      RandomAccessibleInterval<ARGBType> pixels, int dimension) {
    return Views.zeroMin(Views.invertAxis(pixels, dimension));
  }
}
