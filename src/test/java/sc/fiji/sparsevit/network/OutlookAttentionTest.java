/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.network.KeyedBlock.Pass;

/** Outlook attention against its formula, place by place (Yuan et al. 2022, section 3.1). */
class OutlookAttentionTest {

  private static final int CHANNELS = 6;
  private static final int WIDTH = 3;
  private static final int HEADS = CHANNELS / WIDTH;
  private static final int ROWS = 4;
  private static final int COLUMNS = 6;

  private final Map<String, float[]> weights = new LinkedHashMap<>();

  @Test
  void everyCenterSpreadsWhatItsNeighborsHold() {
    try (var manager = NDManager.newBaseManager()) {
      var block = new OutlookAttention(CHANNELS, WIDTH);
      var shape = new Shape(1, ROWS, COLUMNS, CHANNELS);
      block.initialize(manager, DataType.FLOAT32, shape);
      var state = new LinkedHashMap<String, Parameter>();
      block.collectState("", state);
      state.forEach(
          (key, parameter) -> {
            var array = parameter.getArray();
            manager.randomUniform(-1, 1, array.getShape()).copyTo(array);
            weights.put(key, array.toFloatArray());
          });
      var x = manager.randomUniform(-1, 1, shape);

      float[] actual =
          block.run(x, new Pass(new ParameterStore(manager, false), false)).toFloatArray();

      double[] expected = expected(x.toFloatArray());
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) actual[i]).as("value %d", i).isCloseTo(expected[i], within(1e-4));
      }
    }
  }

  private double[] expected(float[] x) {
    var values = new double[ROWS * COLUMNS][];
    for (int i = 0; i < values.length; i++) {
      values[i] = linear("v", token(x, i), CHANNELS);
    }
    var sums = new double[ROWS * COLUMNS][CHANNELS];
    for (int r = 0; r < ROWS; r += 2) {
      for (int c = 0; c < COLUMNS; c += 2) {
        var pooled = new double[CHANNELS];
        for (int i = 0; i < 4; i++) {
          double[] one = token(x, (r + i / 2) * COLUMNS + c + i % 2);
          for (int k = 0; k < CHANNELS; k++) {
            pooled[k] += one[k] / 4;
          }
        }
        spread(linear("attn", pooled, 81 * HEADS), values, sums, r, c);
      }
    }
    var output = new double[ROWS * COLUMNS * CHANNELS];
    for (int i = 0; i < sums.length; i++) {
      System.arraycopy(linear("proj", sums[i], CHANNELS), 0, output, i * CHANNELS, CHANNELS);
    }
    return output;
  }

  /** What the center says: for each head and each of nine neighbors, shares of nine. */
  private static void spread(double[] scores, double[][] values, double[][] sums, int r, int c) {
    for (int head = 0; head < HEADS; head++) {
      for (int to = 0; to < 9; to++) {
        if (outside(r, c, to)) {
          continue;
        }
        double total = 0;
        var shares = new double[9];
        for (int from = 0; from < 9; from++) {
          shares[from] = Math.exp(scores[head * 81 + to * 9 + from] / Math.sqrt(WIDTH));
          total += shares[from];
        }
        for (int from = 0; from < 9; from++) {
          for (int k = head * WIDTH; k < (head + 1) * WIDTH; k++) {
            // Beyond the edges are zeros, which take their share.
            double held = outside(r, c, from) ? 0 : values[place(r, c, from)][k];
            sums[place(r, c, to)][k] += shares[from] / total * held;
          }
        }
      }
    }
  }

  private static boolean outside(int r, int c, int neighbor) {
    int row = r + neighbor / 3 - 1;
    int column = c + neighbor % 3 - 1;
    return row < 0 || column < 0 || row >= ROWS || column >= COLUMNS;
  }

  private static int place(int r, int c, int neighbor) {
    return (r + neighbor / 3 - 1) * COLUMNS + c + neighbor % 3 - 1;
  }

  private static double[] token(float[] x, int index) {
    var token = new double[CHANNELS];
    for (int k = 0; k < CHANNELS; k++) {
      token[k] = x[index * CHANNELS + k];
    }
    return token;
  }

  private double[] linear(String key, double[] x, int out) {
    float[] matrix = weights.get(key + ".weight");
    float[] bias = weights.get(key + ".bias");
    var y = new double[out];
    for (int o = 0; o < out; o++) {
      y[o] = bias == null ? 0 : bias[o];
      for (int i = 0; i < x.length; i++) {
        y[o] += matrix[o * x.length + i] * x[i];
      }
    }
    return y;
  }
}
