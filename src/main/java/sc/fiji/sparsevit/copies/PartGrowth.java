/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;

/**
 * Which pixels of a picture show the same as what a transformation finds for them: from places that
 * are known to, as far as small windows correlate. Flat windows correlate with every other, and of
 * faint ones compression leaves little alike, so these only fill gaps. Only the tiles that this
 * reaches are looked at: what agrees by chance in a few places, far from one another, costs little.
 */
final class PartGrowth {

  /** Pixels of a box around a part; it does not grow beyond. */
  static final long MOST_PIXELS = 4_000_000;

  /** Pixels of a tile's side. */
  private static final int TILE_BITS = 6;

  private static final int TILE = 1 << TILE_BITS;

  private static final int RADIUS = 3;

  /** What is thinner than twice this is left out. */
  private static final int OPENED = 2;

  /** Of a window with its partner; one that fills a gap may have less. */
  private static final double LEAST_CORRELATION = 0.8;

  private static final double LEAST_OF_FAINT = 0.5;

  /** Gray levels squared below which a window tells nothing. */
  private static final float FLAT = 6;

  /** The same, below which it is faint. */
  private static final float FAINT = 100;

  /** Gray levels by which the means of windows that fill gaps may differ. */
  private static final float LIGHT = 6;

  /** Pixels that windows which fill gaps are trusted beyond telling ones. */
  private static final int REACH = 5;

  /**
   * Of a part in the smallest box around it. Copies had a sixth and more, places that agree by
   * chance and lie all over a large picture a hundredth.
   */
  private static final double LEAST_SHARE = 0.03;

  private final Luminance one;
  private final Luminance other;
  private final Similarity similarity;
  private final Rectangle bounds;
  private final WorkLimit limit;
  private final int columns;

  /** Row by row; null where the growth has not been. */
  private final GrowthTile[] tiles;

  /** Around the tiles that were looked at. */
  private Rectangle looked = new Rectangle();

  private int left = Integer.MAX_VALUE;
  private int top = Integer.MAX_VALUE;
  private int right;
  private int bottom;
  private long reached;
  private int[] stack = new int[1024];
  private int size;

  /**
   * @param fits pixels of the tile, row by row, that show the same as their partners
   * @param sure those of them that are not faint
   * @param grown those that fit and have been reached
   */
  private record GrowthTile(boolean[] fits, boolean[] sure, boolean[] grown) {

    GrowthTile() {
      this(new boolean[TILE * TILE], new boolean[TILE * TILE], new boolean[TILE * TILE]);
    }
  }

  /** The same of the pixels of a patch. */
  private record Fits(boolean[] all, boolean[] sure) {}

  /**
   * @param similarity that does not shrink
   * @param bounds pixels of the first picture beyond which nothing is looked at
   * @param limit of the pixels that are laid onto others
   */
  PartGrowth(
      Luminance one, Luminance other, Similarity similarity, Rectangle bounds, WorkLimit limit) {
    this.one = one;
    this.other = other;
    this.similarity = similarity;
    this.bounds = bounds;
    this.limit = limit;
    columns = (one.width() + TILE - 1) / TILE;
    tiles = new GrowthTile[columns * ((one.height() + TILE - 1) / TILE)];
  }

  /** Null if hardly anything fits, or the limit of work is reached. */
  CopyPart from(List<Match> places) {
    for (var place : places) {
      int x = Math.round(place.from().x());
      int y = Math.round(place.from().y());
      for (int i = 0; i < 25; i++) {
        reach(x + i % 5 - 2, y + i / 5 - 2);
      }
    }
    while (size > 0) {
      int y = stack[--size];
      int x = stack[--size];
      reach(x + 1, y);
      reach(x - 1, y);
      reach(x, y + 1);
      reach(x, y - 1);
    }
    return limit.isSpent() || reached == 0 ? null : grown(false);
  }

  /** What {@link #from} found without faint windows; null if that is hardly anything. */
  CopyPart sure() {
    return grown(true);
  }

  private void reach(int x, int y) {
    if (x < bounds.x
        || y < bounds.y
        || x >= bounds.x + bounds.width
        || y >= bounds.y + bounds.height) {
      return;
    }
    int index = (y >> TILE_BITS) * columns + (x >> TILE_BITS);
    if (tiles[index] == null) {
      tiles[index] = tile(x >> TILE_BITS, y >> TILE_BITS);
    }
    var tile = tiles[index];
    int i = (y & TILE - 1) << TILE_BITS | x & TILE - 1;
    if (tile.fits[i] && !tile.grown[i]) {
      tile.grown[i] = true;
      reached++;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
      if (size + 2 > stack.length) {
        stack = Arrays.copyOf(stack, 2 * stack.length);
      }
      stack[size++] = x;
      stack[size++] = y;
    }
  }

  private GrowthTile tile(int column, int row) {
    var tile = new GrowthTile();
    var here = new Rectangle(column * TILE, row * TILE, TILE, TILE);
    var all = looked.isEmpty() ? here : looked.union(here);
    var wider = within(here, RADIUS + REACH);
    if ((long) all.width * all.height <= MOST_PIXELS
        && limit.spend((long) wider.width * wider.height)) {
      looked = all;
      var around = fits(AlignedParts.of(one, other, similarity, wider));
      here = here.intersection(wider);
      for (int y = 0; y < here.height; y++) {
        int from = (here.y - wider.y + y) * wider.width + here.x - wider.x;
        System.arraycopy(around.all, from, tile.fits, y * TILE, here.width);
        System.arraycopy(around.sure, from, tile.sure, y * TILE, here.width);
      }
    }
    return tile;
  }

  private CopyPart grown(boolean onlySure) {
    var reach = new Rectangle(left, top, right - left + 1, bottom - top + 1);
    if (reached < LEAST_SHARE * reach.width * reach.height) {
      return null;
    }
    // Beyond its edges, a mask is taken to go on.
    var box = within(reach, OPENED + 1);
    var mask = new boolean[box.width * box.height];
    for (int y = box.y; y < box.y + box.height; y++) {
      for (int x = box.x; x < box.x + box.width; x++) {
        var tile = tiles[y / TILE * columns + x / TILE];
        int i = y % TILE * TILE + x % TILE;
        mask[(y - box.y) * box.width + x - box.x] =
            tile != null && tile.grown[i] && (tile.sure[i] || !onlySure);
      }
    }
    boolean[] opened = Morphology.opened(mask, box.width, box.height, OPENED);
    return CopyPart.of(box, Morphology.filled(opened, box.width, box.height));
  }

  /** A rectangle and so many pixels around it, within the picture. */
  private Rectangle within(Rectangle box, int margin) {
    var wider = new Rectangle(box);
    wider.grow(margin, margin);
    return wider.intersection(new Rectangle(one.width(), one.height()));
  }

  private static Fits fits(AlignedParts patch) {
    int w = patch.width();
    int h = patch.height();
    var telling = new boolean[w * h];
    var flat = new boolean[w * h];
    var faint = new boolean[w * h];
    var sums = new WindowSums(patch.own(), patch.partner(), w, h, RADIUS);
    for (int y = 0; y < h; y++) {
      sums.moveTo(y);
      for (int x = 0; x < w; x++) {
        int i = y * w + x;
        if (!patch.inside()[i]) {
          continue;
        }
        double most = Math.max(sums.varianceOfOne(x), sums.varianceOfOther(x));
        boolean sameLight = Math.abs(sums.difference(x)) < LIGHT;
        if (most < FLAT) {
          flat[i] = sameLight;
        } else {
          telling[i] = correlates(sums, x, LEAST_CORRELATION);
          faint[i] = sameLight && most < FAINT && correlates(sums, x, LEAST_OF_FAINT);
        }
      }
    }
    boolean[] near = Morphology.dilated(telling, w, h, REACH);
    var all = new boolean[w * h];
    var sure = new boolean[w * h];
    for (int i = 0; i < all.length; i++) {
      sure[i] = telling[i] || flat[i] && near[i];
      all[i] = sure[i] || faint[i] && near[i];
    }
    return new Fits(all, sure);
  }

  private static boolean correlates(WindowSums sums, int x, double least) {
    double length = Math.max(1, sums.varianceOfOne(x)) * Math.max(1, sums.varianceOfOther(x));
    double covariance = Math.max(0, sums.covariance(x));
    return covariance * covariance > least * least * length;
  }
}
