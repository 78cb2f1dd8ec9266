/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferFloat;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/** Samples as they are stored, as a picture in the space that their number tells. */
final class StoredSamples {
  private StoredSamples() {}

  /**
   * @param samples gray; red, green, blue; or cyan, magenta, yellow, black with 0 for no ink
   */
  static BufferedImage image(WritableRaster samples) {
    var space =
        switch (samples.getNumBands()) {
          case 1 -> ColorSpace.getInstance(ColorSpace.CS_GRAY);
          case 3 -> ColorSpace.getInstance(ColorSpace.CS_sRGB);
          case 4 -> new Inks();
          default ->
              throw new IllegalArgumentException(
                  "expected 1, 3 or 4 components, got " + samples.getNumBands());
        };
    var model =
        new ComponentColorModel(
            space, false, false, Transparency.OPAQUE, samples.getTransferType());
    return new BufferedImage(model, samples, false, null);
  }

  static WritableRaster floats(int width, int height, int bands) {
    int size = Math.multiplyExact(Math.multiplyExact(width, height), bands);
    int[] offsets = IntStream.range(0, bands).toArray();
    var model =
        new PixelInterleavedSampleModel(
            DataBuffer.TYPE_FLOAT, width, height, bands, bands * width, offsets);
    return Raster.createWritableRaster(model, new DataBufferFloat(size), null);
  }

  /** Inks without a profile. */
  private static final class Inks extends ColorSpace {
    private static final long serialVersionUID = 1L;

    Inks() {
      super(TYPE_CMYK, 4);
    }

    @Override
    public float[] toRGB(float[] inks) {
      float light = 1 - inks[3];
      return new float[] {(1 - inks[0]) * light, (1 - inks[1]) * light, (1 - inks[2]) * light};
    }

    @Override
    public float[] fromRGB(float[] rgb) {
      return new float[] {1 - rgb[0], 1 - rgb[1], 1 - rgb[2], 0};
    }

    @Override
    public float[] toCIEXYZ(float[] inks) {
      return ColorSpace.getInstance(CS_sRGB).toCIEXYZ(toRGB(inks));
    }

    @Override
    public float[] fromCIEXYZ(float[] xyz) {
      return fromRGB(ColorSpace.getInstance(CS_sRGB).fromCIEXYZ(xyz));
    }
  }
}
