/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.MaskFile;
import sc.fiji.sparsevit.raster.FloatPlane;
import sc.fiji.sparsevit.raster.Interpolation;
import sc.fiji.sparsevit.raster.RgbRaster;
import sc.fiji.sparsevit.training.synthesis.cutout.Cutout;

/** Reads photographs and object masks. */
final class PhotoFile {

  /** Longer photographs are shrunk by a whole number. */
  private static final int LONGEST_SIDE = 2048;

  private static final int SHORTEST_SIDE = 64;

  private PhotoFile() {}

  static RgbRaster read(Path file) throws IOException {
    var seen = ImageFile.openAsStored(file).rgb();
    var picture = RgbRaster.of(seen.pixels());
    int reduction = (Math.max(seen.width(), seen.height()) + LONGEST_SIDE - 1) / LONGEST_SIDE;
    int width = seen.width() / reduction;
    int height = seen.height() / reduction;
    if (Math.min(width, height) < SHORTEST_SIDE) {
      throw new IOException(
          file
              + " is too small: photographs must have "
              + SHORTEST_SIDE
              + " or more pixels per side");
    }
    return Interpolation.AREA.resize(picture, width, height);
  }

  /** The object of a mask file, trimmed, in a photograph's coordinates. */
  static Cutout readObject(Path file, int width, int height) throws IOException {
    var mask = MaskFile.read(file);
    var opacity = new FloatPlane(mask.width(), mask.height());
    for (int i = 0; i < mask.forged().length; i++) {
      opacity.values()[i] = mask.forged()[i] ? 1 : 0;
    }
    return new Cutout(0, 0, Interpolation.AREA.resize(opacity, width, height)).trimmed();
  }
}
