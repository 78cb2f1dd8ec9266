/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.raster;

import java.awt.image.BufferedImage;
import java.util.function.UnaryOperator;

/**
 * An 8-bit RGB picture as a file would hold it: every operation rounds to 8 bits. Operations return
 * new pictures; the array is shared, not copied.
 *
 * @param width in pixels
 * @param height in pixels
 * @param samples unsigned, (3, height, width): all of red, then green, then blue, row by row
 */
public record RgbRaster(int width, int height, byte[] samples) {

  public static final int CHANNELS = 3;

  public RgbRaster {
    if (width < 1 || height < 1 || samples.length != CHANNELS * width * height) {
      throw new IllegalArgumentException(
          "a picture of " + width + "x" + height + " does not hold " + samples.length + " samples");
    }
  }

  /** A black picture. */
  public RgbRaster(int width, int height) {
    this(width, height, new byte[CHANNELS * width * height]);
  }

  /** The picture in an AWT image of any type; an alpha channel is ignored. */
  public static RgbRaster of(BufferedImage image) {
    var raster = new RgbRaster(image.getWidth(), image.getHeight());
    int pixels = raster.pixels();
    int[] row = new int[raster.width];
    for (int y = 0; y < raster.height; y++) {
      image.getRGB(0, y, raster.width, 1, row, 0, raster.width);
      for (int x = 0; x < raster.width; x++) {
        int i = y * raster.width + x;
        raster.samples[i] = (byte) (row[x] >> 16);
        raster.samples[pixels + i] = (byte) (row[x] >> 8);
        raster.samples[2 * pixels + i] = (byte) row[x];
      }
    }
    return raster;
  }

  /** A copy as an AWT image of type {@link BufferedImage#TYPE_INT_RGB}. */
  public BufferedImage toBufferedImage() {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int pixels = pixels();
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        row[x] =
            (samples[i] & 255) << 16
                | (samples[pixels + i] & 255) << 8
                | samples[2 * pixels + i] & 255;
      }
      image.getRaster().setDataElements(0, y, width, 1, row);
    }
    return image;
  }

  /** Number of pixels, a third of the number of samples. */
  public int pixels() {
    return width * height;
  }

  /** The sample of channel c (0 red, 1 green, 2 blue) at (x, y), 0-255. */
  public int at(int c, int x, int y) {
    return samples[(c * height + y) * width + x] & 255;
  }

  public RgbRaster copy() {
    return new RgbRaster(width, height, samples.clone());
  }

  /** The part at (x, y) of the given size; positions outside repeat the nearest edge pixel. */
  public RgbRaster crop(int x, int y, int cropWidth, int cropHeight) {
    var part = new RgbRaster(cropWidth, cropHeight);
    boolean inside = x >= 0 && y >= 0 && x + cropWidth <= width && y + cropHeight <= height;
    for (int c = 0; c < CHANNELS; c++) {
      for (int row = 0; row < cropHeight; row++) {
        int from = (c * height + FloatPlane.clamp(y + row, height)) * width;
        int to = (c * cropHeight + row) * cropWidth;
        if (inside) {
          System.arraycopy(samples, from + x, part.samples, to, cropWidth);
        } else {
          for (int column = 0; column < cropWidth; column++) {
            part.samples[to + column] = samples[from + FloatPlane.clamp(x + column, width)];
          }
        }
      }
    }
    return part;
  }

  /** Left becomes right. */
  public RgbRaster mirrored() {
    return map(FloatPlane::mirrored);
  }

  /** The picture with every sample replaced through a table of 256 values per channel. */
  public RgbRaster map(byte[][] tables) {
    var changed = new RgbRaster(width, height);
    for (int i = 0, pixels = pixels(); i < samples.length; i++) {
      changed.samples[i] = tables[i / pixels][samples[i] & 255];
    }
    return changed;
  }

  /** The picture with every channel replaced by what the operation makes of it, rounded. */
  public RgbRaster map(UnaryOperator<FloatPlane> operation) {
    var planes = new FloatPlane[CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      planes[c] = operation.apply(plane(c));
    }
    var changed = new RgbRaster(planes[0].width(), planes[0].height());
    for (int c = 0; c < CHANNELS; c++) {
      float[] values = planes[c].values();
      for (int i = 0; i < values.length; i++) {
        changed.samples[c * values.length + i] = round(values[i]);
      }
    }
    return changed;
  }

  /** A copy of one channel, values 0-255. */
  public FloatPlane plane(int channel) {
    var plane = new FloatPlane(width, height);
    int from = channel * pixels();
    for (int i = 0; i < plane.values().length; i++) {
      plane.values()[i] = samples[from + i] & 255;
    }
    return plane;
  }

  /** The nearest 8-bit sample. */
  public static byte round(float value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
