/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.grain;

import java.util.BitSet;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.misfit.BlockSet;

/**
 * Tells a part that somebody made smooth from smooth things, which lie among others of their kind,
 * pass over into their surroundings, or are not as bright as what is around them.
 */
final class SmoothnessJudge {
  private static final int FEWEST_BLOCKS = 4;

  /** Of the picture: in a large photograph, a few smooth blocks are nothing special. */
  private static final double SMALLEST_SHARE = 1 / 5000.0;

  /** Of the smallest rectangle around a part. */
  private static final double LEAST_FILLED = 0.55;

  /** Gray levels within which a block around a part is as bright as it is. */
  private static final int ALIKE = 12;

  /** Times the grain of a smooth block. */
  private static final float NEARLY = 2;

  private static final int FEWEST_ELSEWHERE = 40;

  private static final int LEVELS = 256;

  private final BlockGrain blocks;
  private final Limits limits;
  private final UsualGrain usual;
  private final BitSet smooth;
  private final float nearlySmooth;

  /** How many blocks are darker than a level, and how many of those are smooth. */
  private final int[] all = new int[LEVELS + 1];

  private final int[] allSmooth = new int[LEVELS + 1];

  /**
   * @param smooth blocks
   * @param share of the usual grain that they have at most
   */
  SmoothnessJudge(BlockGrain blocks, UsualGrain usual, BitSet smooth, float share) {
    this.blocks = blocks;
    limits = blocks.colored() ? Limits.COLOR : Limits.GRAY;
    this.usual = usual;
    this.smooth = smooth;
    nearlySmooth = NEARLY * share;
    for (int block = 0; block < blocks.level().length; block++) {
      if (usual.isKnownFor(block)) {
        all[blocks.level()[block] + 1]++;
        allSmooth[blocks.level()[block] + 1] += smooth.get(block) ? 1 : 0;
      }
    }
    for (int level = 0; level < LEVELS; level++) {
      all[level + 1] += all[level];
      allSmooth[level + 1] += allSmooth[level];
    }
  }

  /** Blocks of the smallest part that may stand out. */
  static int fewestBlocks(BlockGrain blocks) {
    return (int) Math.max(FEWEST_BLOCKS, Math.ceil(SMALLEST_SHARE * blocks.grain().length));
  }

  /**
   * @param part of at least {@link #fewestBlocks} blocks
   */
  boolean standsOut(BlockSet part) {
    var box = box(part);
    int size = part.blocks().cardinality();
    return !box.isAtEdgeOf(part)
        && size >= LEAST_FILLED * box.area()
        && fitsIn(part, box)
        && isRare(part, box);
  }

  /** Whether it is as bright as what is around it, and that is not smooth. */
  private boolean fitsIn(BlockSet part, Box box) {
    int level = medianLevel(part);
    float little = nearlySmooth * usual.at(level);
    int around = 0;
    int alike = 0;
    int alsoSmooth = 0;
    for (int block : near(part, box, 1)) {
      if (!part.contains(block)) {
        around++;
        alike += isAlike(block, level, ALIKE) ? 1 : 0;
        alsoSmooth += blocks.grain()[block] <= little ? 1 : 0;
      }
    }
    return alike >= limits.leastAlike() * around && alsoSmooth <= limits.mostSmooth() * around;
  }

  /** Whether hardly anything as bright is smooth, apart from it and what is next to it. */
  private boolean isRare(BlockSet part, Box box) {
    int level = medianLevel(part);
    int reach = UsualGrain.REACH + spread(part) / 2;
    int from = Math.max(0, level - reach);
    int to = Math.min(LEVELS, level + reach + 1);
    int elsewhere = all[to] - all[from];
    int smoothElsewhere = allSmooth[to] - allSmooth[from];
    for (int block : near(part, box, 2)) {
      if (usual.isKnownFor(block) && isAlike(block, level, reach)) {
        elsewhere--;
        smoothElsewhere -= smooth.get(block) ? 1 : 0;
      }
    }
    double share = (smoothElsewhere + 1.0) / (elsewhere + 2);
    double evidence = -part.blocks().cardinality() * Math.log(share);
    return elsewhere >= FEWEST_ELSEWHERE
        && share <= limits.mostSmoothElsewhere()
        && evidence >= limits.leastEvidence() + Math.log(blocks.grain().length);
  }

  private boolean isAlike(int block, int level, int reach) {
    return !blocks.isCutOff(block) && Math.abs(blocks.level()[block] - level) <= reach;
  }

  /**
   * The blocks of a part, and those beside it.
   *
   * @param reach blocks beyond it
   */
  private static int[] near(BlockSet part, Box box, int reach) {
    return IntStream.rangeClosed(
            Math.max(0, box.top - reach), Math.min(part.rows() - 1, box.bottom + reach))
        .flatMap(
            row ->
                IntStream.rangeClosed(
                        Math.max(0, box.left - reach),
                        Math.min(part.columns() - 1, box.right + reach))
                    .map(column -> row * part.columns() + column))
        .filter(block -> isNear(part, block, reach))
        .toArray();
  }

  private static boolean isNear(BlockSet part, int block, int reach) {
    int row = block / part.columns();
    int column = block % part.columns();
    for (int y = Math.max(0, row - reach); y <= Math.min(part.rows() - 1, row + reach); y++) {
      for (int x = Math.max(0, column - reach);
          x <= Math.min(part.columns() - 1, column + reach);
          x++) {
        if (part.contains(y * part.columns() + x)) {
          return true;
        }
      }
    }
    return false;
  }

  private int medianLevel(BlockSet part) {
    var levels = part.blocks().stream().map(block -> blocks.level()[block]).sorted().toArray();
    return levels[levels.length / 2];
  }

  private int spread(BlockSet part) {
    var levels = part.blocks().stream().map(block -> blocks.level()[block]).summaryStatistics();
    return levels.getMax() - levels.getMin();
  }

  private static Box box(BlockSet part) {
    int columns = part.columns();
    var across = part.blocks().stream().map(block -> block % columns).summaryStatistics();
    var down = part.blocks().stream().map(block -> block / columns).summaryStatistics();
    return new Box(across.getMin(), down.getMin(), across.getMax(), down.getMax());
  }

  /**
   * What a part needs.
   *
   * @param leastAlike of the blocks around it: as bright as it is
   * @param mostSmooth of the blocks around it: nearly as smooth
   * @param mostSmoothElsewhere of the blocks elsewhere that are as bright
   * @param leastEvidence how improbable it has to be, as a logarithm, if each of its blocks were
   *     smooth by chance; the more blocks a picture has, the more improbable
   */
  private record Limits(
      double leastAlike, double mostSmooth, double mostSmoothElsewhere, double leastEvidence) {

    static final Limits GRAY = new Limits(0.25, 0.25, 0.02, 20);

    /** Most are photographs, which show skies, walls, and things out of focus. */
    static final Limits COLOR = new Limits(0.4, 0.1, 0.004, 35);
  }

  /** In blocks, ends included. */
  private record Box(int left, int top, int right, int bottom) {
    /** Where not all that is around a part is seen. */
    boolean isAtEdgeOf(BlockSet grid) {
      return left == 0 || top == 0 || right == grid.columns() - 1 || bottom == grid.rows() - 1;
    }

    int area() {
      return (right - left + 1) * (bottom - top + 1);
    }
  }
}
