/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.compression;

import ij.process.ByteProcessor;
import java.util.Optional;
import sc.fiji.sparsevit.image.RgbImage;

/**
 * A part of a picture that did not go through the compression of the rest.
 *
 * @param x column of the mask's first pixel in the picture
 * @param y row of the mask's first pixel
 * @param mask 255 where the part is, 0 elsewhere; not to be changed
 * @param trace how it differs from the rest
 */
public record MisfitPart(int x, int y, ByteProcessor mask, Trace trace) {

  /** How a part differs from the rest of its picture. */
  public enum Trace {
    /** It was changed after the last compression. */
    NOT_COMPRESSED("does not fit the JPEG compression of the rest of the picture"),
    /** It was changed between two compressions. */
    COMPRESSED_ONCE("was JPEG-compressed once, but the rest of the picture twice"),
    /** The same, and the whole picture was cropped in between. */
    CROPPED_BETWEEN(
        "was JPEG-compressed once, but the rest of the picture twice (cropped or shifted in between)");

    private final String words;

    Trace(String words) {
      this.words = words;
    }

    /** What is said of the part, after its name. */
    public String words() {
      return words;
    }
  }

  /** Of each pixel, at least. */
  private static final float PROBABILITY = 0.9f;

  /** Pixels at a part's edge that belong to blocks which lie in it only partly. */
  private static final int EDGE = 3;

  /** Some blocks without their edge; empty if nothing is left. */
  static Optional<MisfitPart> of(BlockSet blocks, BlockGrid grid, RgbImage image, Trace trace) {
    var box = blocks.box(grid, image.width(), image.height());
    var mask = new ByteProcessor(box.width, box.height);
    boolean any = false;
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        if (isInside(blocks, grid, box.x + x, box.y + y, image.width(), image.height())) {
          mask.set(x, y, 255);
          any = true;
        }
      }
    }
    return any ? Optional.of(new MisfitPart(box.x, box.y, mask, trace)) : Optional.empty();
  }

  private static boolean isInside(
      BlockSet blocks, BlockGrid grid, int x, int y, int width, int height) {
    for (int dy = -EDGE; dy <= EDGE; dy += EDGE) {
      for (int dx = -EDGE; dx <= EDGE; dx += EDGE) {
        int column = Math.max(0, Math.min(width - 1, x + dx));
        int row = Math.max(0, Math.min(height - 1, y + dy));
        if (!blocks.contains(grid.blockOf(column, row))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The same part of a picture that this one's picture was cut out of. */
  public MisfitPart shifted(int right, int down) {
    return new MisfitPart(x + right, y + down, mask, trace);
  }

  /** Whether two parts have pixels in common. */
  boolean overlaps(MisfitPart other) {
    for (int row = 0; row < mask.getHeight(); row++) {
      for (int column = 0; column < mask.getWidth(); column++) {
        int otherColumn = x + column - other.x;
        int otherRow = y + row - other.y;
        // Beyond a processor's edges, getPixel gives 0.
        if (mask.get(column, row) != 0 && other.mask.getPixel(otherColumn, otherRow) != 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Raises the probability of the part.
   *
   * @param map of the picture, row by row, changed
   * @param width of the picture
   */
  public void raise(float[] map, int width) {
    for (int row = 0; row < mask.getHeight(); row++) {
      for (int column = 0; column < mask.getWidth(); column++) {
        int at = (y + row) * width + x + column;
        map[at] = mask.get(column, row) == 0 ? map[at] : Math.max(map[at], PROBABILITY);
      }
    }
  }
}
