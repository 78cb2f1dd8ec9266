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
   * @param threads that make samples
   */
  Prefetch(SampleSource source, int batchSize, long first, int threads) {
    this.source = source;
    this.batchSize = batchSize;
    this.next = first;
    workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              var thread = new Thread(task, "sparsevit-samples");
              thread.setDaemon(true);
              // What feeds the device comes first, where the JVM heeds priorities.
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
  }

  /** The next batch's samples, which may still be in the making. */
  List<Future<TrainingSample>> nextBatch() {
    while (pending.size() < batchSize * BATCHES_AHEAD) {
      long number = next++;
      pending.add(workers.submit(() -> source.sample(number)));
    }
    var batch = new ArrayList<Future<TrainingSample>>(batchSize);
    for (int i = 0; i < batchSize; i++) {
      batch.add(pending.remove());
    }
    return batch;
  }

  /** Waits for samples. */
  static List<TrainingSample> made(List<Future<TrainingSample>> batch)
      throws InterruptedException, TrainingException {
    var samples = new ArrayList<TrainingSample>(batch.size());
    for (var sample : batch) {
      try {
        samples.add(sample.get());
      } catch (ExecutionException e) {
        throw TrainingException.noSample(e.getCause());
      }
    }
    return samples;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
