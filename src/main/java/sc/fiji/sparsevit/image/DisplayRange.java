/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.util.stream.IntStream;

/** Stretches the display range of an image just read over all its values, those of every page. */
final class DisplayRange {

  private DisplayRange() {}

  /** Each channel from its own minimum to its own maximum; 8-bit images and RGB stay. */
  static void perChannel(ImagePlus image) {
    if (image.getBitDepth() == 16 || image.getBitDepth() == 32) {
      int channels = image.isComposite() ? image.getNChannels() : 1;
      for (int channel = 1; channel <= channels; channel++) {
        show(image, channel, range(image, channel, channels));
      }
    }
  }

  /** All channels from their common minimum to their common maximum, so that colors stay true. */
  static void together(ImagePlus image) {
    if (image.getBitDepth() == 16 || image.getBitDepth() == 32) {
      var range = range(image, 1, 1);
      int channels = image.isComposite() ? image.getNChannels() : 1;
      IntStream.rangeClosed(1, channels).forEach(channel -> show(image, channel, range));
    }
  }

  private static ValueRange range(ImagePlus image, int first, int step) {
    return IntStream.iterate(first, n -> n <= image.getStackSize(), n -> n + step)
        .mapToObj(n -> image.getStack().getProcessor(n).getPixels())
        .map(
            pixels ->
                pixels instanceof short[] values
                    ? ValueRange.of(values)
                    : ValueRange.of((float[]) pixels))
        .reduce(ValueRange.EMPTY, ValueRange::union);
  }

  private static void show(ImagePlus image, int channel, ValueRange range) {
    if (range.isEmpty()) {
      return; // not a number in it: whoever looks at the image is told then
    }
    if (image instanceof CompositeImage composite && image.isComposite()) {
      composite.setChannelLut(
          new LUT(composite.getChannelLut(channel), range.minimum(), range.maximum()), channel);
    }
    if (channel == image.getC()) {
      image.setDisplayRange(range.minimum(), range.maximum());
    }
  }
}
