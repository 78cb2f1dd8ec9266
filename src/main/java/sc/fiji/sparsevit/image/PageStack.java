/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.awt.image.BufferedImage;
import java.util.List;

/** Gathers the pages of a file, turned upright, in an ImageJ stack. */
final class PageStack {

  private final ExifOrientation orientation;
  private final ImageStack stack;
  private final int channels;

  PageStack(BufferedImage first, ExifOrientation orientation) {
    this.orientation = orientation;
    var pixels = upright(first);
    channels = pixels.size();
    stack = new ImageStack(pixels.get(0).getWidth(), pixels.get(0).getHeight());
    pixels.forEach(stack::addSlice);
  }

  /** Adds a page of the first one's size; false if it is of another kind, and so not added. */
  boolean add(BufferedImage page) {
    var pixels = upright(page);
    if (pixels.size() != channels || pixels.get(0).getBitDepth() != stack.getBitDepth()) {
      return false;
    }
    pixels.forEach(stack::addSlice);
    return true;
  }

  /** The image, displayed over the full range of its values. */
  ImagePlus image(String title) {
    var image = new ImagePlus(title, stack);
    image.setDimensions(channels, stack.getSize() / channels, 1);
    var shown = channels == 1 ? image : new CompositeImage(image, CompositeImage.COMPOSITE);
    DisplayRange.together(shown);
    return shown;
  }

  private List<ImageProcessor> upright(BufferedImage page) {
    return DecodedPixels.of(page).stream().map(orientation::upright).toList();
  }
}
