/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Makes the next batches while the network works on this one, always in the source's order:
 * samples, what occurs twice in them, and all of it as numbers in memory that PyTorch can read.
 */
final class Prefetch implements AutoCloseable {

  private static final int BATCHES_AHEAD = 3;

  private final SampleSource source;
  private final int batchSize;
  private final Supplier<BatchMemory> newMemory;
  private final NDManager cpu = NDManager.newBaseManager(Device.cpu());
  private final ExecutorService workers;
  private final Queue<Pending> pending = new ArrayDeque<>();
  private final Queue<BatchMemory> free = new ArrayDeque<>();
  private long next;

  /** A batch in the making. */
  private record Pending(BatchMemory memory, List<Future<TrainingSample>> samples) {}

  /**
   * A batch that is ready; closed, its memory is used for another.
   *
   * @param tensors arrays of the manager that was asked for
   */
  record Ready(List<TrainingSample> samples, TrainingBatch tensors, Runnable release)
      implements AutoCloseable {
    @Override
    public void close() {
      release.run();
    }
  }

  /**
   * @param first number of the first sample
   * @param withMatches whether what occurs twice is looked for
   * @param threads that make samples
   */
  Prefetch(SampleSource source, int batchSize, long first, boolean withMatches, int threads) {
    this.source = source;
    this.batchSize = batchSize;
    this.next = first;
    var picture = source.sample(first).picture();
    newMemory = () -> new BatchMemory(batchSize, picture.height(), picture.width(), withMatches);
    workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              var thread = new Thread(task, "sparsevit-samples");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The next batch, once it is ready.
   *
   * @param manager of the arrays; has to be closed before the batch is
   */
  Ready nextBatch(NDManager manager) throws InterruptedException, TrainingException {
    while (pending.size() < BATCHES_AHEAD) {
      pending.add(begin());
    }
    var batch = pending.remove();
    var samples = new ArrayList<TrainingSample>(batchSize);
    for (var sample : batch.samples) {
      try {
        samples.add(sample.get());
      } catch (ExecutionException e) {
        throw TrainingException.noSample(e.getCause());
      }
    }
    return new Ready(samples, batch.memory.on(manager), () -> free.add(batch.memory));
  }

  private Pending begin() {
    var memory = free.isEmpty() ? newMemory.get() : free.remove();
    var samples = new ArrayList<Future<TrainingSample>>();
    for (int i = 0; i < batchSize; i++) {
      int place = i;
      long number = next++;
      samples.add(
          workers.submit(
              () -> {
                var sample = source.sample(number);
                memory.put(place, sample, cpu);
                return sample;
              }));
    }
    return new Pending(memory, samples);
  }

  /** Waits for the samples in the making: they use memory that is given back here. */
  @Override
  public void close() {
    workers.shutdownNow();
    try {
      workers.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cpu.close();
  }
}
