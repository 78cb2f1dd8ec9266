/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.network.SparseVit;

class WeightAverageTest {

  private static final String WEIGHT = "encoder_net.norm3.weight";
  private static final String COUNTER = "encoder_net.blocks1.0.norm1.num_batches_tracked";

  private final NDManager manager = NDManager.newBaseManager();
  private final SparseVit network = new SparseVit(Toy.config()).initialized(manager);
  private final WeightAverage average = new WeightAverage(network, manager, 0.9f);

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void startsAsTheNetworkAndDoesNotShareItsArrays() {
    assertThat(averaged(WEIGHT).toFloatArray()).containsOnly(1);
    newest(WEIGHT).muli(3);
    assertThat(averaged(WEIGHT).toFloatArray()).containsOnly(1);
    average.follow();
    assertThat(averaged(WEIGHT).toFloatArray()).containsOnly(3);
    newest(WEIGHT).muli(3);
    assertThat(averaged(WEIGHT).toFloatArray()).containsOnly(3);
  }

  @Test
  void followsCloselyAtFirstAndThenAtItsDecay() {
    newest(WEIGHT).muli(5);
    average.update(0);
    assertThat(averaged(WEIGHT).toFloatArray()[0]).isCloseTo(0.1f + 0.9f * 5, within(1e-5f));
    newest(WEIGHT).muli(0);
    average.update(100_000);
    assertThat(averaged(WEIGHT).toFloatArray()[0]).isCloseTo(0.9f * 4.6f, within(1e-5f));
  }

  @Test
  void countersAreCopiedAndNothingNeedsAGradient() {
    newest(COUNTER).addi(7);
    average.update(0);
    assertThat(averaged(COUNTER).getLong()).isEqualTo(7);
    assertThat(average.network().state().values())
        .noneMatch(parameter -> parameter.getArray().hasGradient());
  }

  private NDArray newest(String key) {
    var array = network.state().get(key).getArray();
    array.setRequiresGradient(false);
    return array;
  }

  private NDArray averaged(String key) {
    return average.network().state().get(key).getArray();
  }
}
