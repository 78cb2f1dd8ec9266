/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import ij.process.ByteProcessor;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import sc.fiji.sparsevit.copies.CopyPair;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.report.Html;
import sc.fiji.sparsevit.report.ReusePreview;
import sc.fiji.sparsevit.report.Thumbnail;
import sc.fiji.sparsevit.reuse.Reuse;

/** Makes the pictures of a pair of two pictures. */
final class ReusePictures {
  private static final int PICTURE_SIDE = 400;
  private static final int PART_SIDE = 320;

  private ReusePictures() {}

  /**
   * @param firstPicture the whole picture as the address of an {@code img}
   * @param secondPicture the other one
   * @param first its gray levels
   * @param second the same of the other, perhaps of a smaller version
   * @param shrink how much smaller the second one's are than the picture that the pair knows
   */
  static ReusePreview of(
      String firstPicture,
      String secondPicture,
      Luminance first,
      Luminance second,
      double shrink,
      Reuse reuse)
      throws IOException {
    var box = reuse.pair().first().box();
    box.grow(box.width / 8 + 4, box.height / 8 + 4);
    double step = Math.max(1, Math.max(box.width, box.height) / (double) PART_SIDE);
    int width = Math.max(1, (int) (box.width / step));
    int height = Math.max(1, (int) (box.height / step));
    var ones = new float[width * height];
    var others = new float[width * height];
    var to = reuse.pair().transformation();
    for (int i = 0; i < ones.length; i++) {
      double x = box.x + i % width * step;
      double y = box.y + i / width * step;
      ones[i] = level(first, x, y);
      others[i] = level(second, to.x(x, y) * shrink, to.y(x, y) * shrink);
    }
    inTonesOf(ones, others, reuse.pair(), box, width, step);
    return new ReusePreview(
        small(firstPicture), small(secondPicture), gray(ones, width), gray(others, width));
  }

  /** Mean over what a step covers would be better; bilinear shows enough at this size. */
  private static float level(Luminance picture, double x, double y) {
    boolean outside = x < 0 || y < 0 || x > picture.width() - 1 || y > picture.height() - 1;
    return outside ? Float.NaN : picture.at(x, y);
  }

  /** A gain and an offset, negative for what was inverted, so that both can be compared. */
  private static void inTonesOf(
      float[] ones, float[] others, CopyPair pair, Rectangle box, int width, double step) {
    double n = 0;
    double one = 0;
    double other = 0;
    double square = 0;
    double product = 0;
    for (int i = 0; i < ones.length; i++) {
      int x = (int) (box.x + i % width * step);
      int y = (int) (box.y + i / width * step);
      if (pair.first().contains(x, y) && !Float.isNaN(ones[i]) && !Float.isNaN(others[i])) {
        n++;
        one += ones[i];
        other += others[i];
        square += others[i] * others[i];
        product += ones[i] * others[i];
      }
    }
    double spread = square - other * other / Math.max(1, n);
    double gain = spread < 1 ? 1 : (product - one * other / n) / spread;
    double offset = n == 0 ? 0 : (one - gain * other) / n;
    for (int i = 0; i < others.length; i++) {
      others[i] = (float) (gain * others[i] + offset);
    }
  }

  private static String gray(float[] levels, int width) {
    var gray = new ByteProcessor(width, levels.length / width);
    for (int i = 0; i < levels.length; i++) {
      gray.set(i, Float.isNaN(levels[i]) ? 0 : Math.max(0, Math.min(255, Math.round(levels[i]))));
    }
    return Html.dataUri(gray.getBufferedImage(), "jpg");
  }

  /** The file that an address of an {@code img} holds. */
  static byte[] bytes(String address) {
    return Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
  }

  /** The same picture, smaller if it is large. */
  static String small(String address) throws IOException {
    var picture = ImageIO.read(new ByteArrayInputStream(bytes(address)));
    var size = Thumbnail.size(picture.getWidth(), picture.getHeight(), PICTURE_SIDE);
    if (size.width == picture.getWidth()) {
      return address;
    }
    var color =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    color.createGraphics().drawImage(picture, 0, 0, null);
    return Html.dataUri(Thumbnail.scaled(color, size), "jpg");
  }
}
