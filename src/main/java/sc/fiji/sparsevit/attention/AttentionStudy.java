/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.sparsevit.inference.PointWindow;
import sc.fiji.sparsevit.network.BlockAttention;

/**
 * The attention of one window of an image, with the network's own sparsity rates and with every
 * rate 1: computed once, it answers for any point of the window at once.
 */
public final class AttentionStudy {

  private final PointWindow window;
  private final List<BlockAttention> sparse;
  private final List<BlockAttention> dense;

  AttentionStudy(PointWindow window, List<BlockAttention> sparse, List<BlockAttention> dense) {
    this.window = window;
    this.sparse = List.copyOf(sparse);
    this.dense = List.copyOf(dense);
  }

  /** What the network saw. */
  public PointWindow window() {
    return window;
  }

  /** The network's own attention from a point of the image, block by block. */
  public List<AttentionMap> sparse(int x, int y) {
    return maps(sparse, x, y);
  }

  /** The same weights with every rate 1, from the same point. */
  public List<AttentionMap> dense(int x, int y) {
    return maps(dense, x, y);
  }

  private List<AttentionMap> maps(List<BlockAttention> blocks, int x, int y) {
    if (!window.shows(x, y)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "the point %d, %d is outside the analyzed window", x, y));
    }
    var maps = new ArrayList<AttentionMap>();
    int stage = 3;
    int block = 0;
    for (int i = 0; i < blocks.size(); i++) {
      var attention = blocks.get(i);
      if (i > 0 && attention.rows() != blocks.get(i - 1).rows()) {
        stage++;
        block = 0;
      }
      maps.add(map(attention, stage, ++block, x, y));
    }
    return List.copyOf(maps);
  }

  private AttentionMap map(BlockAttention attention, int stage, int block, int x, int y) {
    int row = window.row(y) * attention.rows() / window.height();
    int column = window.column(x) * attention.columns() / window.width();
    float[] relative = attention.from(row, column);
    for (int i = 0; i < relative.length; i++) {
      relative[i] *= attention.visible();
    }
    return new AttentionMap(
        stage, block, attention.rate(), relative, attention.rows(), attention.columns());
  }
}
