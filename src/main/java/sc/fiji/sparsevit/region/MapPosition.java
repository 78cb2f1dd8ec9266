/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.ImagePlus;
import ij.gui.Roi;

/**
 * Where a probability map lies in its picture.
 *
 * @param x the picture's column, in pixels, that the map's first column lies on
 * @param y the picture's row that the map's first row lies on
 * @param slice the picture's z slice from 1 on, 0 if it has only one
 * @param frame the picture's time frame from 1 on, 0 if it has only one
 * @param hyperstack whether ROIs in this picture take a (channel, slice, frame) position, as ImageJ
 *     wants it for hyperstacks, rather than the index of a plain stack's image
 */
public record MapPosition(int x, int y, int slice, int frame, boolean hyperstack) {
  /** The map covers the whole of a picture that is not a stack. */
  public static final MapPosition WHOLE = new MapPosition(0, 0, 0, 0, false);

  /** A map that covers the whole of one slice and frame (both from 1 on) of {@code picture}. */
  public static MapPosition in(ImagePlus picture, int slice, int frame) {
    var slices = picture.getNSlices() > 1;
    var frames = picture.getNFrames() > 1;
    return new MapPosition(
        0,
        0,
        slices ? slice : 0,
        frames ? frame : 0,
        picture.getNChannels() > 1 || slices && frames);
  }

  /** The same slice and frame for a map whose first pixel lies at ({@code x}, {@code y}). */
  public MapPosition at(int x, int y) {
    return new MapPosition(x, y, slice, frame, hyperstack);
  }

  void setPositionOf(Roi roi) {
    if (hyperstack) {
      // Channel 0: a region belongs to all channels, for they are seen together as one RGB image.
      roi.setPosition(0, slice, frame);
    } else {
      roi.setPosition(Math.max(slice, frame));
    }
  }
}
