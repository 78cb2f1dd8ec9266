/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private LoadedBatch batch(long number) {
    var scratch = manager.newSubManager();
    var samples = LongStream.of(2 * number, 2 * number + 1).mapToObj(Toy::sample).toList();
    var tensors = TrainingBatch.of(samples, scratch);
    return new LoadedBatch(samples, tensors, new NDList(tensors.images()), scratch);
  }

  @Test
  void everyBatchIsSeenAgainInEveryWayThatItCanBeFlipped() {
    try (var replay = new Replay(3, manager)) {
      for (int number = 0; number <= 3 * Replay.DISTANCE; number++) {
        try (var joined = replay.join(batch(number))) {
          int parts = 1 + number / Replay.DISTANCE;
          assertThat(joined.samples()).hasSize(2 * parts);
          assertThat(joined.tensors().masks().getShape().get(0)).isEqualTo(2 * parts);
          for (int part = 0; part < parts; part++) {
            try (var original = batch(number - (long) part * Replay.DISTANCE)) {
              var seen = joined.prepared().head().get("{}:{}", 2 * part, 2 * part + 2);
              var masks = joined.tensors().masks().get("{}:{}", 2 * part, 2 * part + 2);
              var expected = original.prepared();
              var truth = original.tensors();
              if (part > 0) {
                expected = Flip.values()[part - 1].prepared(expected);
                truth = Flip.values()[part - 1].tensors(truth);
              }
              assertThat(seen).isEqualTo(expected.head());
              assertThat(masks).isEqualTo(truth.masks());
            }
          }
        }
      }
    }
  }

  @Test
  void withoutReplaysABatchIsItself() {
    try (var replay = new Replay(0, manager);
        var batch = batch(1)) {
      assertThat(replay.join(batch)).isSameAs(batch);
    }
  }

  @Test
  void whatNobodyNeedsAnyMoreIsReleased() {
    int before = manager.getManagedArrays().size();
    try (var replay = new Replay(1, manager)) {
      for (int number = 0; number < 4 * Replay.DISTANCE; number++) {
        var fresh = batch(number);
        replay.join(fresh).close();
        assertThat(fresh.scratch().isOpen()).isTrue();
      }
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void moreReplaysThanWaysToFlipAreRefused() {
    assertThatThrownBy(() -> TrainingOptions.lite(5).withReplays(4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 3 times, not 4");
    assertThat(List.of(Flip.values())).hasSize(3);
  }
}
