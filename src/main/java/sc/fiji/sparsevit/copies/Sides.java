/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

/**
 * Which of two parts has more to show. What was turned, scaled or drawn between pixels is made from
 * its original, which explains it; the original keeps fine structure that its copy has lost.
 */
final class Sides {

  /** Pixels next to the outline, where what was pasted is mixed with what is around it. */
  private static final int BORDER = 3;

  /** Mean square of what gray levels lose as whole numbers. */
  private static final double ROUNDING = 0.1;

  private Sides() {}

  /**
   * How much more the second part shows that the first does not explain than the other way around:
   * natural logarithm of gray levels, above 0 if the first seems to be the copy.
   *
   * @param similarity from the first part to the second
   */
  static double content(Luminance picture, CopyPart first, CopyPart second, Similarity similarity) {
    double ofFirst = unexplained(picture, first, similarity);
    double ofSecond = unexplained(picture, second, similarity.inverse());
    return 0.5 * Math.log((ROUNDING + ofSecond) / (ROUNDING + ofFirst));
  }

  /** Mean square of what is up to two pixels wide and not found in the other part. */
  private static double unexplained(Luminance picture, CopyPart part, Similarity similarity) {
    var box = part.box();
    int w = box.width;
    int h = box.height;
    var found = AlignedParts.of(picture, picture, similarity, box);
    boolean isAveraged = PartnerLevels.samples(similarity) > 1;
    var rest = new float[w * h];
    var mask = new boolean[w * h];
    for (int i = 0; i < rest.length; i++) {
      int x = box.x + i % w;
      int y = box.y + i / w;
      float explained =
          isAveraged ? found.partner()[i] : picture.sharp(similarity.x(x, y), similarity.y(x, y));
      rest[i] = found.own()[i] - explained;
      mask[i] = part.contains(x, y) && found.inside()[i];
    }
    float[] slow = Blur.of(rest, w, h, 1.8);
    boolean[] inner = Morphology.eroded(mask, w, h, BORDER);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < rest.length; i++) {
      if (inner[i]) {
        sum += (rest[i] - slow[i]) * (rest[i] - slow[i]);
        count++;
      }
    }
    return sum / Math.max(1, count);
  }
}
