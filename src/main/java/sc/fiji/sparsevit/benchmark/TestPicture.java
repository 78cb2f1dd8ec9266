/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbMapping;

/** Pictures to measure with: slopes with a little noise, as cheap to decode as photographs. */
public final class TestPicture {

  private TestPicture() {}

  public static RgbImage image(int width, int height) {
    return new RgbImage(
        ArrayImgs.argbs(pixels(width, height, 0), width, height), RgbMapping.identity());
  }

  static void write(int side, long seed, Path file) throws IOException {
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, side, side, pixels(side, side, seed), 0, side);
    ImageIO.write(picture, "png", file.toFile());
  }

  private static int[] pixels(int width, int height, long seed) {
    var random = new SplittableRandom(seed);
    var pixels = new int[Math.multiplyExact(width, height)];
    for (int i = 0; i < pixels.length; i++) {
      int gray = (i % width / 8 + i / width / 8 & 127) + random.nextInt(16);
      pixels[i] = gray << 16 | gray + 20 << 8 | gray + 40;
    }
    return pixels;
  }
}
