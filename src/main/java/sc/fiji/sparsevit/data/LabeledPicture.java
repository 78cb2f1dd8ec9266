/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import java.io.IOException;
import java.util.Locale;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.image.Mask;
import sc.fiji.sparsevit.image.MaskFile;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * An image of a data set with its ground truth, read the way published numbers were made: EXIF
 * orientation is ignored.
 *
 * @param image its pixels
 * @param truth its forged pixels, of the same size; none in an authentic image
 */
public record LabeledPicture(RgbImage image, Mask truth) {

  /**
   * Reads an image and its mask, in which bright pixels are forged.
   *
   * @throws IOException if one of the files cannot be read or their sizes differ
   */
  public static LabeledPicture read(LabeledImage labeled) throws IOException {
    return read(labeled, ForgedMark.BRIGHT);
  }

  /**
   * @param forged which pixels of the mask are forged
   * @throws IOException if one of the files cannot be read or their sizes differ
   */
  public static LabeledPicture read(LabeledImage labeled, ForgedMark forged) throws IOException {
    var image = ImageFile.openAsStored(labeled.image()).rgb();
    if (!labeled.isForged()) {
      return new LabeledPicture(image, Mask.authentic(image.width(), image.height()));
    }
    var mask = MaskFile.read(labeled.mask().orElseThrow(), forged);
    if (mask.width() != image.width() || mask.height() != image.height()) {
      throw new DatasetException(
          String.format(
              Locale.ROOT,
              "'%s' is %d x %d pixels, but its mask is %d x %d; correct the mask or leave the image"
                  + " out",
              labeled.image(),
              image.width(),
              image.height(),
              mask.width(),
              mask.height()));
    }
    return new LabeledPicture(image, mask);
  }
}
