/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.region;

import ij.process.ByteProcessor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds the 8-connected components of a mask: its horizontal runs are joined by union-find, row by
 * row. Memory grows with the number of runs, not of pixels, and nothing recurses.
 */
final class Components {
  private final byte[] mask;
  private final int width;

  /** Index of each run's first pixel, and the index after its last one. */
  private final int[] starts;

  private final int[] ends;

  /** For each run an earlier one of its component, or itself; once numbered, the component. */
  private final int[] parents;

  private Components(ByteProcessor mask) {
    this.mask = (byte[]) mask.getPixels();
    width = mask.getWidth();
    int runs = countRuns();
    starts = new int[runs];
    ends = new int[runs];
    parents = new int[runs];
  }

  /**
   * The components of {@code mask} with at least {@code minimumArea} pixels, in the order of their
   * first pixels; all others are erased from the mask.
   */
  static List<Component> keep(ByteProcessor mask, int minimumArea) {
    var components = new Components(mask);
    components.join();
    return components.collect(components.number(), minimumArea);
  }

  private int countRuns() {
    int runs = 0;
    for (int row = 0; row < mask.length; row += width) {
      for (int i = nextRun(row, row + width); i < row + width; i = nextRun(i, row + width)) {
        i = endOfRun(i, row + width);
        runs++;
      }
    }
    return runs;
  }

  private int nextRun(int i, int rowEnd) {
    while (i < rowEnd && mask[i] == 0) {
      i++;
    }
    return i;
  }

  private int endOfRun(int i, int rowEnd) {
    while (i < rowEnd && mask[i] != 0) {
      i++;
    }
    return i;
  }

  /** Lists the runs and joins those of neighboring rows that touch, be it at a corner. */
  private void join() {
    int above = 0;
    int next = 0;
    for (int row = 0; row < mask.length; row += width) {
      int first = next;
      for (int i = nextRun(row, row + width); i < row + width; i = nextRun(i, row + width)) {
        starts[next] = i;
        i = endOfRun(i, row + width);
        ends[next] = i;
        parents[next] = next;
        next++;
      }
      joinRows(above, first, next);
      above = first;
    }
  }

  /** Joins the runs from {@code above} on with those from {@code below} to {@code end}. */
  private void joinRows(int above, int below, int end) {
    int upper = above;
    int lower = below;
    while (upper < below && lower < end) {
      int lowerStart = starts[lower] - width;
      int lowerEnd = ends[lower] - width;
      if (starts[upper] <= lowerEnd && lowerStart <= ends[upper]) {
        unite(upper, lower);
      }
      if (ends[upper] < lowerEnd) {
        upper++;
      } else {
        lower++;
      }
    }
  }

  private void unite(int one, int other) {
    int a = root(one);
    int b = root(other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  private int root(int run) {
    while (parents[run] != run) {
      parents[run] = parents[parents[run]];
      run = parents[run];
    }
    return run;
  }

  /** Replaces each run's parent by its component's number; returns how many there are. */
  private int number() {
    int components = 0;
    for (int run = 0; run < parents.length; run++) {
      // A parent comes before its children, so it already holds the number.
      parents[run] = parents[run] == run ? components++ : parents[parents[run]];
    }
    return components;
  }

  private List<Component> collect(int number, int minimumArea) {
    var areas = new int[number];
    var runs = new int[number];
    for (int run = 0; run < parents.length; run++) {
      areas[parents[run]] += ends[run] - starts[run];
      runs[parents[run]]++;
    }
    var kept = new Component[number];
    for (int run = 0; run < parents.length; run++) {
      int component = parents[run];
      if (areas[component] < minimumArea) {
        Arrays.fill(mask, starts[run], ends[run], (byte) 0);
        continue;
      }
      if (kept[component] == null) {
        kept[component] = new Component(width, new int[runs[component]], new int[runs[component]]);
        runs[component] = 0;
      }
      kept[component].starts()[runs[component]] = starts[run];
      kept[component].ends()[runs[component]] = ends[run];
      runs[component]++;
    }
    return Stream.of(kept).filter(Objects::nonNull).toList();
  }
}
