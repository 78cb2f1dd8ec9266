/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.sparsevit.figure.Mosaic.Tile;

/**
 * Puts together the pieces that programs cut pictures into when they write a page: strips, tiles,
 * and layers that overlap. Pieces belong together if they share a whole edge, turned alike and at
 * one resolution, or the very same place. What does not fit to half a pixel stays apart: nothing is
 * resampled.
 */
public final class PieceJoiner {
  /** In pixels of the pieces: places are rounded when they are written. */
  private static final double TOLERANCE = 0.5;

  private PieceJoiner() {}

  /**
   * @param pieces of one page, in the order in which they are drawn
   * @return each piece once, alone or with others
   */
  public static List<Mosaic> join(List<Piece> pieces) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < pieces.size(); i++) {
      blocks.add(Block.of(i, pieces.get(i)));
    }
    var joined = layered(blocks);
    for (int before = 0; before != joined.size(); ) {
      before = joined.size();
      joined = inRow(joined, Comparator.comparingDouble(Block::top), Block::below);
      joined = inRow(joined, Comparator.comparingDouble(Block::left), Block::beside);
    }
    return joined.stream().map(Block::mosaic).toList();
  }

  /**
   * How many pieces partly overlap others at the same resolution and rotation: parts of a picture
   * perhaps, but it is unknown which pixels are visible.
   */
  public static int overlapping(List<Piece> pieces) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < pieces.size(); i++) {
      blocks.add(Block.of(i, pieces.get(i)));
    }
    blocks.sort(Comparator.comparingDouble(Block::left));
    var overlapping = new boolean[blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      for (int j = i + 1; j < blocks.size(); j++) {
        if (blocks.get(j).left >= blocks.get(i).right) {
          break;
        }
        if (blocks.get(i).liesPartlyUpon(blocks.get(j))) {
          overlapping[i] = true;
          overlapping[j] = true;
        }
      }
    }
    int count = 0;
    for (boolean each : overlapping) {
      count += each ? 1 : 0;
    }
    return count;
  }

  /** Those at the very same place are one, if the upper ones let the lower be seen. */
  private static List<Block> layered(List<Block> blocks) {
    var joined = new ArrayList<Block>();
    for (var block : blocks) {
      int below = -1;
      for (int i = joined.size() - 1; i >= 0 && block.transparent && below < 0; i--) {
        below = joined.get(i).isAt(block) ? i : -1;
      }
      if (below < 0) {
        joined.add(block);
      } else {
        joined.set(below, joined.get(below).with(block, 0, 0));
      }
    }
    return joined;
  }

  /** Tries to go on with the blocks so far at each next one. */
  private static List<Block> inRow(List<Block> blocks, Comparator<Block> order, Fit fit) {
    var joined = new ArrayList<Block>();
    for (var next : blocks.stream().sorted(order).toList()) {
      Block longer = null;
      int at = joined.size();
      while (longer == null && at > 0) {
        longer = fit.join(joined.get(--at), next);
      }
      if (longer == null) {
        joined.add(next);
      } else {
        joined.set(at, longer);
      }
    }
    return joined;
  }

  private interface Fit {
    /** Null if they do not fit. */
    Block join(Block one, Block next);
  }

  /**
   * Pieces that are assembled, or one. Its sides are those on the page, turned so that the pieces
   * stand upright.
   *
   * @param turn how the pieces are turned and mirrored on the page; null if otherwise than by
   *     quarters
   * @param transparent whether it is a single piece that lets be seen what is below
   */
  private record Block(
      List<Tile> tiles,
      int width,
      int height,
      Turn turn,
      double left,
      double top,
      double right,
      double bottom,
      boolean transparent) {

    static Block of(int index, Piece piece) {
      var placed = piece.placed();
      var turn = Turn.of(placed);
      var one = turn.upright(placed.transform(new Point2D.Double(0, 1), null));
      var other = turn.upright(placed.transform(new Point2D.Double(1, 0), null));
      return new Block(
          List.of(new Tile(index, 0, 0)),
          piece.width(),
          piece.height(),
          turn,
          one.getX(),
          one.getY(),
          other.getX(),
          other.getY(),
          piece.transparent());
    }

    private double pixelWidth() {
      return (right - left) / width;
    }

    private double pixelHeight() {
      return (bottom - top) / height;
    }

    private boolean isAlike(Block other) {
      return turn.isStraight() && turn.equals(other.turn);
    }

    private boolean isColumn(double x, double otherX) {
      return Math.abs(x - otherX) <= TOLERANCE * pixelWidth();
    }

    private boolean isRow(double y, double otherY) {
      return Math.abs(y - otherY) <= TOLERANCE * pixelHeight();
    }

    boolean isAt(Block other) {
      return isAlike(other)
          && width == other.width
          && height == other.height
          && isColumn(left, other.left)
          && isColumn(right, other.right)
          && isRow(top, other.top)
          && isRow(bottom, other.bottom);
    }

    /** Null if the next one does not go on below this one. */
    Block below(Block next) {
      return isAlike(next)
              && width == next.width
              && isColumn(left, next.left)
              && isColumn(right, next.right)
              && isRow(bottom, next.top)
              && isSame(pixelHeight(), next.pixelHeight(), Math.min(height, next.height))
          ? with(next, 0, height)
          : null;
    }

    /** Null if the next one does not go on at the right of this one. */
    Block beside(Block next) {
      return isAlike(next)
              && height == next.height
              && isRow(top, next.top)
              && isRow(bottom, next.bottom)
              && isColumn(right, next.left)
              && isSame(pixelWidth(), next.pixelWidth(), Math.min(width, next.width))
          ? with(next, width, 0)
          : null;
    }

    /** Whether two sizes of a pixel differ by no more than rounding makes them. */
    private static boolean isSame(double one, double other, int pixels) {
      return Math.abs(one - other) * pixels <= TOLERANCE * Math.max(one, other);
    }

    /**
     * @param x column of this one that the other's first lies on
     * @param y row of this one that the other's first lies on
     */
    Block with(Block other, int x, int y) {
      var all = new ArrayList<>(tiles);
      other.tiles.forEach(tile -> all.add(new Tile(tile.piece(), tile.x() + x, tile.y() + y)));
      return new Block(
          all,
          Math.max(width, x + other.width),
          Math.max(height, y + other.height),
          turn,
          left,
          top,
          x > 0 ? other.right : right,
          y > 0 ? other.bottom : bottom,
          false);
    }

    boolean liesPartlyUpon(Block other) {
      double wide = Math.min(right, other.right) - Math.max(left, other.left);
      double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return isAlike(other)
          && isSame(pixelWidth(), other.pixelWidth(), Math.min(width, other.width))
          && isSame(pixelHeight(), other.pixelHeight(), Math.min(height, other.height))
          && (width == other.width || height == other.height)
          && wide > pixelWidth()
          && high > pixelHeight()
          && !isAt(other);
    }

    Mosaic mosaic() {
      var ordered = tiles.stream().sorted(Comparator.comparingInt(Tile::piece)).toList();
      return new Mosaic(width, height, ordered);
    }
  }

  /**
   * How a piece's columns and rows lie on the page.
   *
   * @param xx the page's x that a step to the right in the piece makes: 1, 0 or -1
   * @param xy the page's y that it makes
   * @param yx the page's x that a step down in the piece makes
   * @param yy the page's y that it makes
   */
  private record Turn(int xx, int xy, int yx, int yy) {
    /** Less than half a pixel on a side of 10,000. */
    private static final double STRAIGHT = 5e-5;

    static Turn of(AffineTransform placed) {
      double across = Math.hypot(placed.getScaleX(), placed.getShearY());
      double down = Math.hypot(placed.getShearX(), placed.getScaleY());
      return new Turn(
          sign(placed.getScaleX(), across),
          sign(placed.getShearY(), across),
          -sign(placed.getShearX(), down),
          -sign(placed.getScaleY(), down));
    }

    private static int sign(double part, double length) {
      return Math.abs(part) <= STRAIGHT * length ? 0 : (int) Math.signum(part);
    }

    /** Whether it is by quarters of a full turn. */
    boolean isStraight() {
      return Math.abs(xx) + Math.abs(xy) == 1
          && Math.abs(yx) + Math.abs(yy) == 1
          && xx * yx + xy * yy == 0;
    }

    Point2D upright(Point2D point) {
      return new Point2D.Double(
          xx * point.getX() + xy * point.getY(), yx * point.getX() + yy * point.getY());
    }
  }
}
