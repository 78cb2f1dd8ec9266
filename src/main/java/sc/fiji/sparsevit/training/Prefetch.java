/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/** Makes the next batches while the network works on this one, always in the source's order. */
final class Prefetch implements AutoCloseable {

  private static final int BATCHES_AHEAD = 3;

  private final SampleSource source;
  private final int batchSize;
  private final ExecutorService workers;
  private final Queue<Future<TrainingSample>> pending = new ArrayDeque<>();
  private long next;

  /**
   * @param first number of the first sample
   */
  Prefetch(SampleSource source, int batchSize, long first) {
    this.source = source;
    this.batchSize = batchSize;
    this.next = first;
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              var thread = new Thread(task, "sparsevit-samples");
              thread.setDaemon(true);
              return thread;
            });
  }

  List<TrainingSample> nextBatch() throws InterruptedException, TrainingException {
    while (pending.size() < batchSize * BATCHES_AHEAD) {
      long number = next++;
      pending.add(workers.submit(() -> source.sample(number)));
    }
    var batch = new ArrayList<TrainingSample>(batchSize);
    for (int i = 0; i < batchSize; i++) {
      try {
        batch.add(pending.remove().get());
      } catch (ExecutionException e) {
        throw TrainingException.noSample(e.getCause());
      }
    }
    return batch;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
