/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.util.Arrays;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * What JPEG leaves of a picture, without the file: to the bit what the IJG's library, and so Java's
 * coder, would write and read again, in less than half the time.
 *
 * @param quality 1-100, the IJG's scale
 * @param fullChroma 4:4:4 if true, else 4:2:0
 */
public record Jpeg(int quality, boolean fullChroma) {

  private static final int BLOCK = CosineTransform.SIZE;
  private static final int MIDDLE = 128;

  /** Bits after the point of the factors between colors. */
  private static final int BITS = 16;

  private static final int HALF = 1 << BITS - 1;

  /** Colors of a file may lie so far below 0, and so far above 255. */
  private static final int BELOW = 256;

  private static final byte[] LIMITED = limited();

  public Jpeg {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("JPEG quality must be 1 to 100, not " + quality);
    }
  }

  /** What is left of the picture after it was saved and opened. */
  public RgbRaster recompress(RgbRaster picture) {
    int width = picture.width();
    int height = picture.height();
    var luma = new JpegPlane(width, height, BLOCK);
    int multiple = fullChroma ? BLOCK : 2 * BLOCK;
    var blue = new JpegPlane(width, height, multiple);
    var red = new JpegPlane(width, height, multiple);
    toComponents(picture, luma, blue, red);
    luma.padDown(height);
    new JpegBlocks(table(JPEGQTable.K1Luminance)).code(luma.samples, luma.width, luma.height);
    var chroma = new JpegBlocks(table(JPEGQTable.K2Chrominance));
    return toColors(luma, coded(blue, picture, chroma), coded(red, picture, chroma), picture);
  }

  /**
   * What is left of a picture that was cut out of a larger file: the 8x8 grid starts dx pixels left
   * of and dy pixels above it.
   */
  public RgbRaster recompress(RgbRaster picture, int dx, int dy) {
    if (dx == 0 && dy == 0) {
      return recompress(picture);
    }
    var wider = picture.crop(-dx, -dy, picture.width() + dx, picture.height() + dy);
    return recompress(wider).crop(dx, dy, picture.width(), picture.height());
  }

  private int[] table(JPEGQTable standard) {
    float share = quality / 100f;
    float scale = share < 0.5f ? 0.5f / share : 2 - 2 * share;
    return standard.getScaledInstance(scale, true).getTable();
  }

  private JpegPlane coded(JpegPlane chroma, RgbRaster picture, JpegBlocks blocks) {
    if (fullChroma) {
      chroma.padDown(picture.height());
      blocks.code(chroma.samples, chroma.width, chroma.height);
      return chroma;
    }
    var halved = halved(chroma, picture.width(), picture.height());
    blocks.code(halved.samples, halved.width, halved.height);
    return doubled(halved, picture.width(), picture.height());
  }

  private static void toComponents(
      RgbRaster picture, JpegPlane luma, JpegPlane blue, JpegPlane red) {
    byte[] samples = picture.samples();
    int pixels = picture.pixels();
    int width = picture.width();
    for (int y = 0; y < picture.height(); y++) {
      int lumaAt = y * luma.width;
      int chromaAt = y * blue.width;
      for (int i = y * width; i < (y + 1) * width; i++, lumaAt++, chromaAt++) {
        int r = samples[i] & 255;
        int g = samples[pixels + i] & 255;
        int b = samples[2 * pixels + i] & 255;
        luma.samples[lumaAt] = (byte) (19595 * r + 38470 * g + 7471 * b + HALF >> BITS);
        blue.samples[chromaAt] = chroma(-11059 * r - 21709 * g + 32768 * b);
        red.samples[chromaAt] = chroma(32768 * r - 27439 * g - 5329 * b);
      }
      luma.padRight(y, width);
      blue.padRight(y, width);
      red.padRight(y, width);
    }
  }

  private static byte chroma(int scaled) {
    return (byte) (scaled + (MIDDLE << BITS) + HALF - 1 >> BITS);
  }

  private static RgbRaster toColors(JpegPlane luma, JpegPlane blue, JpegPlane red, RgbRaster size) {
    int width = size.width();
    int pixels = size.pixels();
    var picture = new RgbRaster(width, size.height());
    byte[] samples = picture.samples();
    for (int y = 0; y < size.height(); y++) {
      int lumaAt = y * luma.width;
      int chromaAt = y * blue.width;
      for (int i = y * width; i < (y + 1) * width; i++, lumaAt++, chromaAt++) {
        int light = (luma.samples[lumaAt] & 255) + BELOW;
        int b = (blue.samples[chromaAt] & 255) - MIDDLE;
        int r = (red.samples[chromaAt] & 255) - MIDDLE;
        samples[i] = LIMITED[light + (91881 * r + HALF >> BITS)];
        samples[pixels + i] = LIMITED[light + (-22554 * b - 46802 * r + HALF >> BITS)];
        samples[2 * pixels + i] = LIMITED[light + (116130 * b + HALF >> BITS)];
      }
    }
    return picture;
  }

  private static byte[] limited() {
    var limited = new byte[3 * BELOW];
    for (int i = 0; i < limited.length; i++) {
      limited[i] = (byte) Math.max(0, Math.min(255, i - BELOW));
    }
    return limited;
  }

  /** Means of 2x2 samples, rounded up and down by turns from column to column. */
  private static JpegPlane halved(JpegPlane full, int width, int height) {
    var half = new JpegPlane((width + 1) / 2, (height + 1) / 2, BLOCK);
    byte[] from = full.samples;
    for (int y = 0; y < (height + 1) / 2; y++) {
      int above = 2 * y * full.width;
      int below = Math.min(2 * y + 1, height - 1) * full.width;
      for (int x = 0; x < half.width; x++) {
        int sum =
            (from[above + 2 * x] & 255)
                + (from[above + 2 * x + 1] & 255)
                + (from[below + 2 * x] & 255)
                + (from[below + 2 * x + 1] & 255);
        half.samples[y * half.width + x] = (byte) (sum + 1 + (x & 1) >> 2);
      }
    }
    half.padDown((height + 1) / 2);
    return half;
  }

  /** Three parts of the nearer, one of the farther sample in both directions. */
  private static JpegPlane doubled(JpegPlane half, int width, int height) {
    var full = new JpegPlane(width, height, 2);
    int columns = (width + 1) / 2;
    int rows = (height + 1) / 2;
    if (columns <= 2) {
      return repeated(half, full);
    }
    var sums = new int[columns + 2];
    for (int y = 0; y < height; y++) {
      int near = y / 2 * half.width;
      int far = Math.max(0, Math.min(rows - 1, y / 2 + 2 * (y & 1) - 1)) * half.width;
      for (int x = 0; x < columns; x++) {
        sums[x + 1] = 3 * (half.samples[near + x] & 255) + (half.samples[far + x] & 255);
      }
      sums[0] = sums[1];
      sums[columns + 1] = sums[columns];
      int to = y * full.width;
      for (int x = 0; x < columns; x++) {
        full.samples[to + 2 * x] = (byte) (3 * sums[x + 1] + sums[x] + 8 >> 4);
        full.samples[to + 2 * x + 1] = (byte) (3 * sums[x + 1] + sums[x + 2] + 7 >> 4);
      }
    }
    return full;
  }

  /** As decoders do where there are too few columns to look at neighbors. */
  private static JpegPlane repeated(JpegPlane half, JpegPlane full) {
    for (int y = 0; y < full.height; y++) {
      for (int x = 0; x < full.width; x++) {
        full.samples[y * full.width + x] = half.samples[y / 2 * half.width + x / 2];
      }
    }
    return full;
  }

  /** One component, filled up to whole blocks with its last column and row. */
  private static final class JpegPlane {
    private final int width;
    private final int height;
    private final byte[] samples;

    JpegPlane(int width, int height, int multiple) {
      this.width = (width + multiple - 1) / multiple * multiple;
      this.height = (height + multiple - 1) / multiple * multiple;
      samples = new byte[this.width * this.height];
    }

    void padRight(int row, int from) {
      int start = row * width;
      Arrays.fill(samples, start + from, start + width, samples[start + from - 1]);
    }

    void padDown(int from) {
      for (int y = from; y < height; y++) {
        System.arraycopy(samples, (from - 1) * width, samples, y * width, width);
      }
    }
  }
}
