/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.awt.image.BufferedImage;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import sc.fiji.sparsevit.image.Mask;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;

/** RGB images as AWT pictures and back. */
final class AwtPictures {
  private AwtPictures() {}

  /** A copy of type {@link BufferedImage#TYPE_INT_RGB}. */
  static BufferedImage of(RgbImage image) {
    var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    var pixels = Views.flatIterable(image.pixels()).cursor();
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        picture.setRGB(x, y, pixels.next().get());
      }
    }
    return picture;
  }

  static RgbImage toRgbImage(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    return new RgbImage(ArrayImgs.argbs(pixels, width, height), RgbMapping.identity());
  }

  /** White where forged, else black. */
  static BufferedImage of(Mask mask) {
    var picture = new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < mask.forged().length; i++) {
      picture.setRGB(i % mask.width(), i / mask.width(), mask.forged()[i] ? 0xffffff : 0);
    }
    return picture;
  }
}
