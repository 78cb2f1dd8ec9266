/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;

/**
 * The samples of a JPEG: gray; red, green, blue; or four inks as they are stored, which in a file
 * is the light that they leave and in a PDF what the PDF says.
 *
 * @param samples 8 bits, one band per component
 * @param notes what is to be known of the file, in sentences without an end
 */
public record DecodedJpeg(WritableRaster samples, List<String> notes) {
  private static final String END_MISSING =
      "the file's end is missing (a JPEG without its end marker); all blocks could be decoded";

  private static final int MAXIMUM = 255;
  private static final int HALF = 128;
  private static final int ROUND = 1 << 15;

  /**
   * @param jpeg all bytes
   * @param colorTransform what a PDF says of the colors' coding, or null
   * @throws IOException if it is damaged, cut off or of a kind that is not read; the message lacks
   *     the subject of its sentence
   */
  public static DecodedJpeg of(byte[] jpeg, Integer colorTransform) throws IOException {
    var reader = ImageReaders.of(ImageFormat.JPEG);
    try {
      var file = JpegFile.of(jpeg, colorTransform);
      try (var stream = file.stream()) {
        reader.setInput(stream);
        return read(file, reader);
      }
    } catch (UnreadKindException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new IOException(ImageFileReader.unreadable(ImageFormat.JPEG, e), e);
    } finally {
      reader.dispose();
    }
  }

  /**
   * @param reader whose input is the file's stream
   */
  static DecodedJpeg read(JpegFile file, ImageReader reader) throws IOException {
    var damage = new ArrayList<String>();
    reader.addIIOReadWarningListener(
        (source, warning) -> {
          if (isDamage(warning)) {
            damage.add(warning);
          }
        });
    var samples = file.components() == 4 ? reader.readRaster(0, null) : reader.read(0).getRaster();
    if (!damage.isEmpty()) {
      throw new IOException(damage.get(0));
    }
    var raster = (WritableRaster) samples;
    if (file.components() == 4 && file.coding() == JpegFile.Coding.BRIGHTNESS_AND_COLOR) {
      decodeInks(raster);
    }
    var notes = new ArrayList<String>();
    if (file.endMissing()) {
      notes.add(END_MISSING);
    }
    if (file.isCoarse()) {
      notes.add(
          "the last scans of this progressive JPEG are missing; it once had a higher quality");
    }
    if (file.othersFollow()) {
      notes.add("other JPEGs follow this one (as in MPO files); they were not analyzed");
    }
    return new DecodedJpeg(raster, List.copyOf(notes));
  }

  /** The decoder fills what is missing with gray and does no more than warn. */
  static boolean isDamage(String warning) {
    boolean harmless = warning.contains("extraneous bytes");
    return !harmless && (warning.startsWith("Corrupt JPEG") || warning.startsWith("Truncated"));
  }

  /** From brightness and color, by the numbers of the IJG's library; black stays. */
  private static void decodeInks(WritableRaster raster) {
    int[] row = new int[4 * raster.getWidth()];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int i = 0; i < row.length; i += 4) {
        int brightness = row[i];
        int blue = row[i + 1] - HALF;
        int red = row[i + 2] - HALF;
        row[i] = ink(brightness + fixed(1.402, red));
        row[i + 1] =
            ink(brightness + (-scaled(0.34414) * blue - scaled(0.71414) * red + ROUND >> 16));
        row[i + 2] = ink(brightness + fixed(1.772, blue));
      }
      raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
  }

  private static int fixed(double factor, int value) {
    return scaled(factor) * value + ROUND >> 16;
  }

  private static int scaled(double factor) {
    return (int) (factor * (1 << 16) + 0.5);
  }

  private static int ink(int light) {
    return MAXIMUM - Math.max(0, Math.min(MAXIMUM, light));
  }

  /** The picture of a file of its own, where inks are stored as the light that they leave. */
  BufferedImage image() {
    if (samples.getNumBands() == 4) {
      int[] row = new int[4 * samples.getWidth()];
      for (int y = 0; y < samples.getHeight(); y++) {
        samples.getPixels(0, y, samples.getWidth(), 1, row);
        Arrays.setAll(row, inverted -> MAXIMUM - row[inverted]);
        samples.setPixels(0, y, samples.getWidth(), 1, row);
      }
    }
    return StoredSamples.image(samples);
  }
}
