/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Shows every batch again some batches later, mirrored, then upside down, then both, together with
 * what is new then. A GPU that waits for samples learns more from that than from waiting.
 */
final class Replay implements AutoCloseable {

  /** So many batches later the network has moved on, and the card still holds them all. */
  static final int DISTANCE = 8;

  private final int times;
  private final NDManager manager;

  /** The newest first. */
  private final Deque<LoadedBatch> past = new ArrayDeque<>();

  /**
   * @param times how many more times each batch is shown, 0 to 3
   * @param manager of the device that trains
   */
  Replay(int times, NDManager manager) {
    this.times = times;
    this.manager = manager;
  }

  /** How many batches have to go by before a batch is joined by all that it can be joined by. */
  int lead() {
    return times * DISTANCE;
  }

  /** A new batch and the earlier ones whose turn it is, as one batch; the caller closes it. */
  LoadedBatch join(LoadedBatch fresh) {
    if (times == 0) {
      return fresh;
    }
    past.addFirst(fresh.withoutHistories());
    var scratch = manager.newSubManager();
    try (var scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      var samples = new ArrayList<>(fresh.samples());
      var prepared = new ArrayList<>(List.of(fresh.prepared()));
      var tensors = new ArrayList<>(List.of(fresh.tensors()));
      int age = 0;
      for (var batch : past) {
        if (age > 0 && age % DISTANCE == 0) {
          var flip = Flip.values()[age / DISTANCE - 1];
          samples.addAll(batch.samples());
          prepared.add(flip.prepared(batch.prepared()));
          tensors.add(flip.tensors(batch.tensors()));
        }
        age++;
      }
      var truth =
          new TrainingBatch(
              null,
              together(tensors, TrainingBatch::masks, scratch),
              together(tensors, TrainingBatch::histories, scratch),
              together(tensors, TrainingBatch::historyKnown, scratch));
      var seen = new NDList();
      for (int i = 0; i < fresh.prepared().size(); i++) {
        int index = i;
        seen.add(together(prepared, list -> list.get(index), scratch));
      }
      return new LoadedBatch(samples, truth, seen, scratch);
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    } finally {
      if (past.size() > lead()) {
        past.removeLast().close();
      }
    }
  }

  private static <T> NDArray together(
      List<T> batches, Function<T, NDArray> part, NDManager scratch) {
    var parts = new NDList();
    batches.forEach(batch -> parts.add(part.apply(batch)));
    var whole = NDArrays.concat(parts, 0);
    NDScope.unregister(whole);
    whole.attach(scratch);
    return whole;
  }

  @Override
  public void close() {
    past.forEach(LoadedBatch::close);
    past.clear();
  }
}
