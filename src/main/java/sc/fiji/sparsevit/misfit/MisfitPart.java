/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.misfit;

import ij.process.ByteProcessor;
import sc.fiji.sparsevit.region.EvidenceKind;

/**
 * A part of a picture that does not fit the rest of it.
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
    NOT_COMPRESSED(
        EvidenceKind.COMPRESSION, "does not fit the JPEG compression of the rest of the picture"),
    /** It was changed between two compressions. */
    COMPRESSED_ONCE(
        EvidenceKind.COMPRESSION, "was JPEG-compressed once, but the rest of the picture twice"),
    /** The same, and the whole picture was cropped in between. */
    CROPPED_BETWEEN(
        EvidenceKind.COMPRESSION,
        "was JPEG-compressed once, but the rest of the picture twice (cropped or shifted in between)"),
    /** It was pasted as a rectangle, or covers one. */
    SEAMS(
        EvidenceKind.SEAMS,
        "is a rectangle with straight seams, one pixel sharp, on its sides, as a pasted part has"),
    /** It was painted over, filled, or smudged. */
    NO_GRAIN(
        EvidenceKind.GRAIN,
        "is smooth, but what is as bright elsewhere in the picture has grain, as if it had been"
            + " painted over or smudged");

    private final EvidenceKind evidence;
    private final String words;

    Trace(EvidenceKind evidence, String words) {
      this.evidence = evidence;
      this.words = words;
    }

    /** What looks for such parts. */
    public EvidenceKind evidence() {
      return evidence;
    }

    /** What is said of the part, after its name. */
    public String words() {
      return words;
    }
  }

  /** Of each pixel, at least. */
  private static final float PROBABILITY = 0.9f;

  /** The same part of a picture that this one's picture was cut out of. */
  public MisfitPart shifted(int right, int down) {
    return new MisfitPart(x + right, y + down, mask, trace);
  }

  /** Whether two parts have pixels in common. */
  public boolean overlaps(MisfitPart other) {
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
