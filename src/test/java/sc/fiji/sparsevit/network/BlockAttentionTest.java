/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where tokens look, held to the weights that the definition's own products give. */
class BlockAttentionTest {

  private static final int HEADS = 2;
  private static final int DIMENSION = 4;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void sharesAreTheDefinitionsWeights(int rate) {
    try (var manager = NDManager.newBaseManager()) {
      var groups = new SparseGroups(rate, HEADS, DIMENSION);
      int rows = 8;
      int columns = 4;
      var qkv = manager.randomUniform(-2, 2, new Shape(1, rows, columns, 3L * HEADS * DIMENSION));
      var parts = groups.split(qkv, 3);
      // (groups * heads, tokens, tokens)
      var weights =
          parts
              .get(0)
              .div(Math.sqrt(DIMENSION))
              .batchMatMul(parts.get(1).swapAxes(1, 2))
              .softmax(-1);
      int row = 5;
      int column = 2;
      int group = row % rate * rate + column % rate;
      int token = row / rate * (columns / rate) + column / rate;

      float[] shares = BlockAttention.of(groups, qkv).from(row, column);

      double total = 0;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          double expected = 0;
          if (r % rate == row % rate && c % rate == column % rate) {
            int other = r / rate * (columns / rate) + c / rate;
            for (int head = 0; head < HEADS; head++) {
              expected += weights.getFloat(group * HEADS + head, token, other) / HEADS;
            }
          }
          assertThat((double) shares[r * columns + c]).isCloseTo(expected, within(1e-6));
          total += expected;
        }
      }
      assertThat(total).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void aNetworkTellsOfAllItsBlocksInOrder() {
    try (var manager = NDManager.newBaseManager()) {
      var network = GoldenRule.network(manager, SparseVitConfig.lite());
      var image = GoldenRule.input(manager, 128, 256);

      var blocks = network.attention(new ParameterStore(manager, false), image);

      assertThat(blocks.stream().map(BlockAttention::rate).toList())
          .isEqualTo(List.of(8, 8, 4, 4, 2, 2, 1, 1, 2, 2, 1, 1));
      Map<Integer, Long> grids =
          blocks.stream()
              .collect(Collectors.groupingBy(BlockAttention::rows, Collectors.counting()));
      assertThat(grids).isEqualTo(Map.of(8, 8L, 4, 4L));
    }
  }
}
