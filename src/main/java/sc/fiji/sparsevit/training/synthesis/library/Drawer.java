/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training.synthesis.library;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Draws from groups, each as often as the square root of its size says, then from all in it. */
final class Drawer<T> {

  private final List<List<T>> groups;
  private final double[] ends;

  /**
   * @param group what the members of a group have in common; groups are in its order
   */
  <G extends Comparable<? super G>> Drawer(List<T> all, Function<T, G> group) {
    groups =
        List.copyOf(
            all.stream()
                .collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()))
                .values());
    ends = new double[groups.size()];
    double end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += Math.sqrt(groups.get(i).size());
      ends[i] = end;
    }
  }

  /** Any of them; there must be one. */
  T draw(RandomGenerator random) {
    double at = random.nextDouble() * ends[ends.length - 1];
    int i = 0;
    while (i < ends.length - 1 && at >= ends[i]) {
      i++;
    }
    var group = groups.get(i);
    return group.get(random.nextInt(group.size()));
  }
}
