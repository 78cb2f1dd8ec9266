/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.options;

import java.util.Locale;

/**
 * Everything that decides what is synthesised. Shares and probabilities are 0-1.
 *
 * @param height of a sample in pixels
 * @param width of a sample in pixels
 * @param kinds how often what is done
 * @param source what it is done to
 * @param history what every layer goes through on its own
 * @param shape what the forged regions look like
 * @param blend what is done so that they do not stand out
 * @param finish what the whole picture goes through afterwards
 */
public record SynthesisOptions(
    int height,
    int width,
    KindOptions kinds,
    SourceOptions source,
    HistoryOptions history,
    ShapeOptions shape,
    BlendOptions blend,
    FinishOptions finish) {

  private static final int SMALLEST = 64;

  public SynthesisOptions {
    if (height < SMALLEST || width < SMALLEST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "samples must be at least %d pixels high and wide, not %d x %d",
              SMALLEST,
              width,
              height));
    }
  }

  /** The recipe of the embedded model. */
  public static SynthesisOptions lite(int height, int width) {
    return new SynthesisOptions(
        height,
        width,
        KindOptions.standard(),
        SourceOptions.standard(),
        HistoryOptions.standard(),
        ShapeOptions.standard(),
        BlendOptions.standard(),
        FinishOptions.standard());
  }

  /** The same for samples of another size. */
  public SynthesisOptions withSize(int newHeight, int newWidth) {
    return new SynthesisOptions(newHeight, newWidth, kinds, source, history, shape, blend, finish);
  }

  /** The same with other shares of what is done. */
  public SynthesisOptions withKinds(KindOptions other) {
    return new SynthesisOptions(height, width, other, source, history, shape, blend, finish);
  }

  /** The same with other histories. */
  public SynthesisOptions withHistory(HistoryOptions other) {
    return new SynthesisOptions(height, width, kinds, source, other, shape, blend, finish);
  }

  /** The same from other sources. */
  public SynthesisOptions withSource(SourceOptions other) {
    return new SynthesisOptions(height, width, kinds, other, history, shape, blend, finish);
  }

  /** The same with another treatment of the whole picture. */
  public SynthesisOptions withFinish(FinishOptions other) {
    return new SynthesisOptions(height, width, kinds, source, history, shape, blend, other);
  }
}
