/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.image;

import ij.ImagePlus;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One picture of a stack, in ImageJ's terms. Where the channels are merged into one picture
 * (ImageJ's composite images) the channel is 0, "all of them", as in {@code Roi.setPosition(c, z,
 * t)}.
 *
 * @param channel from 1, or 0 for all channels together
 * @param slice from 1
 * @param frame from 1
 */
public record StackPosition(int channel, int slice, int frame) {

  /** The picture that the user is looking at. */
  public static StackPosition current(ImagePlus image) {
    return at(image, image.getCurrentSlice());
  }

  /** Every picture of the image, in stack order; a single one if it is not a stack. */
  public static List<StackPosition> all(ImagePlus image) {
    int step = image.isComposite() ? image.getNChannels() : 1;
    return IntStream.iterate(1, n -> n <= image.getStackSize(), n -> n + step)
        .mapToObj(n -> at(image, n))
        .toList();
  }

  /** The index, from 1, of this picture in the image's stack; of its first channel if merged. */
  public int stackIndex(ImagePlus image) {
    return image.getStackIndex(Math.max(channel, 1), slice, frame);
  }

  private static StackPosition at(ImagePlus image, int stackIndex) {
    int[] position = image.convertIndexToPosition(stackIndex);
    return new StackPosition(image.isComposite() ? 0 : position[0], position[1], position[2]);
  }
}
