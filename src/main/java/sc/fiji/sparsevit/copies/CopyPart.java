/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.BitSet;

/**
 * One of two parts of pictures that show the same.
 *
 * @param box the smallest rectangle that holds it, in the picture's pixels
 * @param pixels of the box, row by row, that belong to it
 */
public record CopyPart(Rectangle box, BitSet pixels) {

  public CopyPart {
    box = new Rectangle(box);
    pixels = (BitSet) pixels.clone();
  }

  /** Of pixels in a rectangle; null if there are none. */
  static CopyPart of(Rectangle around, boolean[] mask) {
    int left = around.width;
    int right = -1;
    int top = around.height;
    int bottom = -1;
    for (int y = 0; y < around.height; y++) {
      for (int x = 0; x < around.width; x++) {
        if (mask[y * around.width + x]) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    if (right < 0) {
      return null;
    }
    var box = new Rectangle(around.x + left, around.y + top, right - left + 1, bottom - top + 1);
    var pixels = new BitSet(box.width * box.height);
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        pixels.set(y * box.width + x, mask[(top + y) * around.width + left + x]);
      }
    }
    return new CopyPart(box, pixels);
  }

  @Override
  public Rectangle box() {
    return new Rectangle(box);
  }

  @Override
  public BitSet pixels() {
    return (BitSet) pixels.clone();
  }

  public boolean contains(int x, int y) {
    return box.contains(x, y) && pixels.get((y - box.y) * box.width + x - box.x);
  }

  /** In pixels. */
  public int area() {
    return pixels.cardinality();
  }

  /** In pixels within a rectangle. */
  public int area(Rectangle within) {
    var both = box.intersection(within);
    int area = 0;
    for (int y = both.y; y < both.y + both.height; y++) {
      for (int x = both.x; x < both.x + both.width; x++) {
        area += contains(x, y) ? 1 : 0;
      }
    }
    return area;
  }

  /** Pixels that two parts of one picture have in common. */
  public int common(CopyPart other) {
    var both = box.intersection(other.box);
    int common = 0;
    for (int y = both.y; y < both.y + both.height; y++) {
      for (int x = both.x; x < both.x + both.width; x++) {
        common += contains(x, y) && other.contains(x, y) ? 1 : 0;
      }
    }
    return common;
  }

  /** Which pixels of a rectangle belong to it, row by row. */
  boolean[] mask(Rectangle within) {
    var mask = new boolean[within.width * within.height];
    var both = box.intersection(within);
    for (int y = both.y; y < both.y + both.height; y++) {
      for (int x = both.x; x < both.x + both.width; x++) {
        mask[(y - within.y) * within.width + x - within.x] =
            pixels.get((y - box.y) * box.width + x - box.x);
      }
    }
    return mask;
  }

  /** The same part of its picture at another size. */
  CopyPart scaled(double scale) {
    int left = (int) Math.floor(box.x * scale);
    int top = (int) Math.floor(box.y * scale);
    int width = Math.max(1, (int) Math.ceil(box.width * scale));
    int height = Math.max(1, (int) Math.ceil(box.height * scale));
    var scaled = new BitSet(width * height);
    for (int y = 0; y < height; y++) {
      int row = Math.min(box.height - 1, (int) (y / scale));
      for (int x = 0; x < width; x++) {
        int column = Math.min(box.width - 1, (int) (x / scale));
        scaled.set(y * width + x, pixels.get(row * box.width + column));
      }
    }
    return new CopyPart(new Rectangle(left, top, width, height), scaled);
  }

  /** The same part of a picture that is so many times as wide and high, cut off at its edges. */
  CopyPart enlarged(int factor, int width, int height) {
    if (factor == 1) {
      return this;
    }
    var whole =
        new Rectangle(box.x * factor, box.y * factor, box.width * factor, box.height * factor);
    var larger = whole.intersection(new Rectangle(width, height));
    var mask = new boolean[larger.width * larger.height];
    for (int i = 0; i < mask.length; i++) {
      int x = (larger.x + i % larger.width) / factor;
      int y = (larger.y + i / larger.width) / factor;
      mask[i] = contains(x, y);
    }
    return of(larger, mask);
  }

  /** The same part of a picture that this one's picture was cut out of. */
  public CopyPart shifted(int right, int down) {
    return new CopyPart(new Rectangle(box.x + right, box.y + down, box.width, box.height), pixels);
  }

  /** The pixels of a picture that a transformation takes this part to; null if none. */
  CopyPart moved(Similarity similarity, Luminance picture) {
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -1;
    double bottom = -1;
    for (int corner = 0; corner < 4; corner++) {
      double x = box.x + (corner % 2) * (box.width - 1);
      double y = box.y + (corner / 2) * (box.height - 1);
      left = Math.min(left, similarity.x(x, y));
      top = Math.min(top, similarity.y(x, y));
      right = Math.max(right, similarity.x(x, y));
      bottom = Math.max(bottom, similarity.y(x, y));
    }
    var target =
        new Rectangle(
                (int) Math.floor(left) - 1,
                (int) Math.floor(top) - 1,
                (int) (right - left) + 4,
                (int) (bottom - top) + 4)
            .intersection(new Rectangle(picture.width(), picture.height()));
    if (target.isEmpty()) {
      return null;
    }
    var back = similarity.inverse();
    var mask = new boolean[target.width * target.height];
    for (int i = 0; i < mask.length; i++) {
      double x = back.x(target.x + i % target.width, target.y + i / target.width);
      double y = back.y(target.x + i % target.width, target.y + i / target.width);
      mask[i] = contains((int) Math.round(x), (int) Math.round(y));
    }
    return of(target, mask);
  }
}
