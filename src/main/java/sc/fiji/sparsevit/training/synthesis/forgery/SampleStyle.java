/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.forgery;

import java.util.random.RandomGenerator;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.training.sample.History;
import sc.fiji.sparsevit.training.sample.JpegGrid;
import sc.fiji.sparsevit.training.synthesis.options.HistoryOptions;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

/**
 * What one sample has throughout.
 *
 * @param width that the picture should have before it is finished; small photographs give less
 * @param height likewise
 * @param wholePicture whether it shows a whole photograph made small
 * @param hostQuality JPEG quality of the file that the host came from, 0 if it was none
 * @param pastedQuality likewise of what is put on top
 * @param host how the host's history is drawn
 * @param pasted how the history of what is put on top is drawn
 */
public record SampleStyle(
    int width,
    int height,
    boolean wholePicture,
    int hostQuality,
    int pastedQuality,
    HistoryOptions host,
    HistoryOptions pasted) {

  // What is pasted has usually been through more than the picture it is pasted into.
  private static final double HOST_SHARE = 0.8;
  private static final double PASTED_SHARE = 1.2;

  /**
   * @param factor that the picture will be resized by afterwards
   */
  public static SampleStyle draw(SynthesisOptions options, double factor, RandomGenerator random) {
    double lightness =
        random.nextDouble() < options.history().light() ? options.history().lightness() : 1;
    boolean wholePicture = random.nextDouble() < options.source().wholePicture();
    var source = options.source();
    boolean files = random.nextDouble() < source.jpeg();
    int quality = files ? source.quality().drawInteger(random) : 0;
    boolean same = !files || random.nextDouble() < source.sameQuality();
    return new SampleStyle(
        Interpolation.length(options.width() / factor),
        Interpolation.length(options.height() / factor),
        wholePicture,
        quality,
        same ? quality : source.quality().drawInteger(random),
        options.history().times(HOST_SHARE * lightness),
        options.history().times(PASTED_SHARE * lightness));
  }

  /** The same for pictures that are saved once and not again: most authentic ones. */
  public SampleStyle fresh() {
    return new SampleStyle(width, height, wholePicture, 0, 0, host, pasted);
  }

  /** A history for the host. */
  public History drawHost(RandomGenerator random) {
    return fromFile(host.draw(random), hostQuality, random);
  }

  /** A history for a host that nothing was done to but what its file did. */
  public History plainHost(RandomGenerator random) {
    return fromFile(History.NONE, hostQuality, random);
  }

  /** A history for something from another picture. */
  public History drawPasted(RandomGenerator random) {
    return fromFile(pasted.draw(random), pastedQuality, random);
  }

  /**
   * A history for something from another picture that nothing was done to but what its file did.
   */
  History plainPasted(RandomGenerator random) {
    return fromFile(History.NONE, pastedQuality, random);
  }

  private static History fromFile(History drawn, int quality, RandomGenerator random) {
    return drawn.quality() == 0
        ? new History(drawn.factor(), drawn.blur(), drawn.noise(), quality)
            .withGrid(JpegGrid.anywhere(random))
        : drawn;
  }
}
