/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis;

/**
 * Everything that decides what is synthesised. Shares and probabilities are 0-1; the shares of
 * splices, copy-moves and inpaintings are of the forged samples, and the rest is retouching.
 *
 * @param height of a sample in pixels
 * @param width of a sample in pixels
 * @param authentic share of samples that are not forged
 * @param splice share of forged samples
 * @param copyMove share of forged samples
 * @param inpainting share of forged samples
 * @param figure share of samples made from drawn scientific figures instead of photographs
 * @param wholePicture share of samples that show a whole small picture instead of a part of a large
 *     one
 * @param wholePictureJpeg probability that host and donors of such a picture were JPEG files of one
 *     quality, as from one camera or web site
 * @param lightHistory share of samples whose layers hardly differ in their history
 * @param lightness what all history probabilities are multiplied by in those
 * @param priorShrink probability that a photograph is shrunk first, to lose its own traces
 * @param priorFactor new size over old size of that
 * @param colourMatch probability that a pasted layer is matched to its surroundings
 * @param toneChange probability that its brightness and contrast are changed
 * @param seamless probability that its colours are blended into the surroundings along the border
 * @param history steps of a layer's own history
 * @param shape of the forged regions
 * @param finish what happens to the whole picture afterwards
 */
public record SynthesisOptions(
    int height,
    int width,
    double authentic,
    double splice,
    double copyMove,
    double inpainting,
    double figure,
    double wholePicture,
    double wholePictureJpeg,
    double lightHistory,
    double lightness,
    double priorShrink,
    Range priorFactor,
    double colourMatch,
    double toneChange,
    double seamless,
    HistoryOptions history,
    ShapeOptions shape,
    FinishOptions finish) {

  private static final int SMALLEST = 64;

  public SynthesisOptions {
    if (height < SMALLEST || width < SMALLEST) {
      throw new IllegalArgumentException(
          "samples are at least "
              + SMALLEST
              + " pixels high and wide, not "
              + width
              + "x"
              + height);
    }
    if (splice + copyMove + inpainting > 1 + 1e-9) {
      throw new IllegalArgumentException(
          "splices, copy-moves and inpaintings are shares of the forged samples and add up to more"
              + " than 1");
    }
  }

  /** The recipe of the embedded model. */
  public static SynthesisOptions lite(int height, int width) {
    return new SynthesisOptions(
        height,
        width,
        0.22,
        0.62,
        0.22,
        0.09,
        0.05,
        0.5,
        0.5,
        0.55,
        0.15,
        0.5,
        new Range(0.5, 0.95),
        0.3,
        0.3,
        0.08,
        HistoryOptions.strong(),
        ShapeOptions.standard(),
        FinishOptions.standard());
  }

  /** The same with another share of authentic samples. */
  public SynthesisOptions withAuthentic(double share) {
    return new SynthesisOptions(
        height,
        width,
        share,
        splice,
        copyMove,
        inpainting,
        figure,
        wholePicture,
        wholePictureJpeg,
        lightHistory,
        lightness,
        priorShrink,
        priorFactor,
        colourMatch,
        toneChange,
        seamless,
        history,
        shape,
        finish);
  }

  /** The same with another share of light histories. */
  public SynthesisOptions withLightHistory(double share) {
    return new SynthesisOptions(
        height,
        width,
        authentic,
        splice,
        copyMove,
        inpainting,
        figure,
        wholePicture,
        wholePictureJpeg,
        share,
        lightness,
        priorShrink,
        priorFactor,
        colourMatch,
        toneChange,
        seamless,
        history,
        shape,
        finish);
  }

  /** The same for samples of another size. */
  public SynthesisOptions withSize(int newHeight, int newWidth) {
    return new SynthesisOptions(
        newHeight,
        newWidth,
        authentic,
        splice,
        copyMove,
        inpainting,
        figure,
        wholePicture,
        wholePictureJpeg,
        lightHistory,
        lightness,
        priorShrink,
        priorFactor,
        colourMatch,
        toneChange,
        seamless,
        history,
        shape,
        finish);
  }
}
