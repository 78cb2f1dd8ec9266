/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.raster;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.util.function.UnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

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

  /** The picture in an interval; alpha is ignored. */
  public static RgbRaster of(RandomAccessibleInterval<ARGBType> pixels) {
    var raster = new RgbRaster((int) pixels.dimension(0), (int) pixels.dimension(1));
    int i = 0;
    for (var pixel : Views.flatIterable(pixels)) {
      raster.set(i++, pixel.get());
    }
    return raster;
  }

  /** The picture in an AWT image of any type; gray is replicated, an alpha channel ignored. */
  public static RgbRaster of(BufferedImage image) {
    return image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
            && image.getColorModel() instanceof ComponentColorModel
            && image.getSampleModel() instanceof PixelInterleavedSampleModel layout
        ? ofBytes(image, buffer, layout)
        : ofColors(image);
  }

  /** The samples as they stand: AWT would put gray ones through a tone curve. */
  private static RgbRaster ofBytes(
      BufferedImage image, DataBufferByte buffer, PixelInterleavedSampleModel layout) {
    var raster = new RgbRaster(image.getWidth(), image.getHeight());
    byte[] interleaved = buffer.getData();
    int[] offsets = layout.getBandOffsets();
    int step = layout.getPixelStride();
    for (int c = 0; c < CHANNELS; c++) {
      int offset = buffer.getOffset() + offsets[offsets.length < CHANNELS ? 0 : c];
      for (int y = 0; y < raster.height; y++) {
        int from = offset + y * layout.getScanlineStride();
        int to = (c * raster.height + y) * raster.width;
        for (int x = 0; x < raster.width; x++) {
          raster.samples[to + x] = interleaved[from + x * step];
        }
      }
    }
    return raster;
  }

  private static RgbRaster ofColors(BufferedImage image) {
    var raster = new RgbRaster(image.getWidth(), image.getHeight());
    int[] colors = image.getRGB(0, 0, raster.width, raster.height, null, 0, raster.width);
    for (int i = 0; i < colors.length; i++) {
      raster.set(i, colors[i]);
    }
    return raster;
  }

  /** A copy as an AWT image of type {@link BufferedImage#TYPE_3BYTE_BGR}. */
  public BufferedImage toBufferedImage() {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    byte[] interleaved = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    int pixels = pixels();
    for (int i = 0; i < pixels; i++) {
      interleaved[3 * i] = samples[2 * pixels + i];
      interleaved[3 * i + 1] = samples[pixels + i];
      interleaved[3 * i + 2] = samples[i];
    }
    return image;
  }

  /** A copy as an opaque ImgLib2 image. */
  public RandomAccessibleInterval<ARGBType> toArgb() {
    var colors = new int[pixels()];
    for (int i = 0; i < colors.length; i++) {
      int red = samples[i] & 255;
      int green = samples[colors.length + i] & 255;
      int blue = samples[2 * colors.length + i] & 255;
      colors[i] = ARGBType.rgba(red, green, blue, 255);
    }
    return ArrayImgs.argbs(colors, width, height);
  }

  /** Number of pixels, a third of the number of samples. */
  public int pixels() {
    return width * height;
  }

  /** The sample of channel c (0 red, 1 green, 2 blue) at (x, y), 0-255. */
  public int at(int c, int x, int y) {
    return samples[(c * height + y) * width + x] & 255;
  }

  /** Sets pixel number i, counted row by row, to a color packed as (A)RGB. */
  public void set(int i, int argb) {
    samples[i] = (byte) (argb >> 16);
    samples[pixels() + i] = (byte) (argb >> 8);
    samples[2 * pixels() + i] = (byte) argb;
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

  /** Copies another picture, as far as it lies inside, into this one at (x, y). */
  public void put(RgbRaster other, int x, int y) {
    int from = Math.max(0, -x);
    int count = Math.min(other.width, width - x) - from;
    for (int c = 0; c < CHANNELS && count > 0; c++) {
      for (int row = Math.max(0, -y); row < Math.min(other.height, height - y); row++) {
        System.arraycopy(
            other.samples,
            (c * other.height + row) * other.width + from,
            samples,
            (c * height + y + row) * width + x + from,
            count);
      }
    }
  }

  /** The picture without color: the mean of the channels in all of them. */
  public RgbRaster gray() {
    var gray = new RgbRaster(width, height);
    int pixels = pixels();
    for (int i = 0; i < pixels; i++) {
      int sum = (samples[i] & 255) + (samples[pixels + i] & 255) + (samples[2 * pixels + i] & 255);
      for (int j = i; j < samples.length; j += pixels) {
        gray.samples[j] = (byte) ((sum + 1) / 3);
      }
    }
    return gray;
  }

  /** Left becomes right. */
  public RgbRaster mirrored() {
    var mirror = new RgbRaster(width, height);
    for (int from = 0; from < samples.length; from += width) {
      for (int x = 0; x < width; x++) {
        mirror.samples[from + x] = samples[from + width - 1 - x];
      }
    }
    return mirror;
  }

  /** Reads a row of channel c, values 0-255. */
  void getRow(int c, int row, float[] values) {
    int from = (c * height + row) * width;
    for (int x = 0; x < width; x++) {
      values[x] = samples[from + x] & 255;
    }
  }

  /** Sets a row of channel c, rounded. */
  void setRow(int c, int row, float[] values) {
    int to = (c * height + row) * width;
    for (int x = 0; x < width; x++) {
      samples[to + x] = round(values[x]);
    }
  }

  /** The picture with every sample replaced through a table of 256 values per channel. */
  public RgbRaster map(byte[][] tables) {
    var changed = new RgbRaster(width, height);
    int pixels = pixels();
    for (int c = 0; c < CHANNELS; c++) {
      byte[] table = tables[c];
      for (int i = c * pixels; i < (c + 1) * pixels; i++) {
        changed.samples[i] = table[samples[i] & 255];
      }
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
      changed.setChannel(c, planes[c].values());
    }
    return changed;
  }

  /** Sets channel c, rounded. */
  void setChannel(int c, float[] values) {
    int to = c * values.length;
    for (int i = 0; i < values.length; i++) {
      samples[to + i] = round(values[i]);
    }
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
    return (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
  }
}
