/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/** Ground truth in image files: a pixel is forged where the mean of its channels is above 127.5. */
public final class MaskFile {

  private MaskFile() {}

  /**
   * Reads a mask of any kind that images are read in; 16 bits count from 0 to 65535, 32 bits from
   * the minimum to the maximum.
   *
   * @throws ImageFileException if the file cannot be read
   */
  public static Mask read(Path path) throws IOException {
    var file = ImageFile.openAsStored(path);
    if (file.image().getType() == ImagePlus.GRAY16) {
      file.image().setDisplayRange(0, 65535); // else a mask that is all forged would be black
    }
    var image = file.rgb();
    boolean[] forged = new boolean[Math.multiplyExact(image.width(), image.height())];
    int i = 0;
    for (var pixel : Views.flatIterable(image.pixels())) {
      int argb = pixel.get();
      forged[i++] = ARGBType.red(argb) + ARGBType.green(argb) + ARGBType.blue(argb) > 3 * 127.5;
    }
    return new Mask(image.width(), image.height(), forged);
  }
}
