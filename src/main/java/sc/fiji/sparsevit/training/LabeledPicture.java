/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.io.IOException;
import java.util.Locale;
import sc.fiji.sparsevit.data.DatasetException;
import sc.fiji.sparsevit.data.LabeledImage;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.Mask;
import sc.fiji.sparsevit.image.MaskFile;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * An image of a data set, read as published numbers were made: EXIF orientation is ignored.
 *
 * @param image its pixels
 * @param truth its forged pixels, of the same size
 */
record LabeledPicture(RgbImage image, Mask truth) {

  /**
   * @throws IOException when one of the files cannot be read or they do not belong together
   */
  static LabeledPicture read(LabeledImage labeled) throws IOException {
    var image = ImageFile.openAsStored(labeled.image()).rgb();
    int width = image.width();
    int height = image.height();
    if (!labeled.isForged()) {
      return new LabeledPicture(image, new Mask(width, height, new boolean[width * height]));
    }
    var mask = MaskFile.read(labeled.mask().orElseThrow(), ForgedMark.BRIGHT);
    if (mask.width() != width || mask.height() != height) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "%s is %d x %d pixels, but its mask is %d x %d; leave it out or correct the mask.",
              labeled.image(),
              width,
              height,
              mask.width(),
              mask.height()));
    }
    return new LabeledPicture(image, mask);
  }
}
