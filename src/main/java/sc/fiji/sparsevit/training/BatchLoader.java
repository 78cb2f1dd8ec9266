/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import sc.fiji.sparsevit.inference.TrainingModel;
import sc.fiji.sparsevit.training.sample.TrainingSample;

/**
 * Brings batches to the device, in the source's order. For a GPU the next ones are made ready, the
 * search for copies included, while it computes: it then waits for nothing but samples.
 */
final class BatchLoader implements AutoCloseable {

  private static final int AHEAD = 2;

  private final Prefetch prefetch;
  private final TrainingModel model;
  private final NDManager manager;
  private final boolean ahead;
  private final int threads = JniUtils.getNumThreads();
  private final Queue<Future<LoadedBatch>> loading = new ArrayDeque<>();
  private final ExecutorService loaders =
      Executors.newFixedThreadPool(
          AHEAD,
          task -> {
            var thread = new Thread(task, "sparsevit-batches");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param first number of the first sample
   * @param manager of the device that trains
   */
  static BatchLoader of(
      SampleSource source, int batchSize, long first, TrainingModel model, NDManager manager) {
    return new BatchLoader(source, batchSize, first, model, manager, manager.getDevice().isGpu());
  }

  /**
   * @param ahead whether the processors have nothing to do but to make batches
   */
  BatchLoader(
      SampleSource source,
      int batchSize,
      long first,
      TrainingModel model,
      NDManager manager,
      boolean ahead) {
    int processors = Runtime.getRuntime().availableProcessors();
    prefetch =
        new Prefetch(
            source, batchSize, first, Math.max(1, ahead ? processors - 1 : processors / 2));
    this.model = model;
    this.manager = manager;
    this.ahead = ahead;
    if (ahead) {
      // Else each of the threads that look for copies would start as many again.
      JniUtils.setNumThreads(1);
    }
  }

  /** The next batch; the caller closes it. */
  LoadedBatch next() throws InterruptedException, TrainingException {
    if (!ahead) {
      return load(prefetch.nextBatch());
    }
    while (loading.size() < AHEAD) {
      var samples = prefetch.nextBatch();
      loading.add(loaders.submit(() -> load(samples)));
    }
    try {
      return loading.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TrainingException known) {
        throw known;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw TrainingException.noSample(e.getCause());
    }
  }

  private LoadedBatch load(List<Future<TrainingSample>> batch)
      throws InterruptedException, TrainingException {
    var samples = Prefetch.made(batch);
    var scratch = manager.newSubManager();
    try {
      return load(samples, scratch);
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private LoadedBatch load(List<TrainingSample> samples, NDManager scratch) {
    if (!ahead) {
      var tensors = TrainingBatch.of(samples, scratch);
      return new LoadedBatch(samples, tensors, model.prepare(tensors.images(), scratch), scratch);
    }
    // Matches are looked for by the processors: on the device they would wait for its every step.
    try (var beside = manager.newSubManager(Device.cpu())) {
      var tensors = TrainingBatch.of(samples, beside, scratch);
      return new LoadedBatch(samples, tensors, model.prepare(tensors.images(), scratch), scratch);
    }
  }

  /** Waits for the batches in the making; those that nobody has begun are given up. */
  @Override
  public void close() {
    loaders.shutdownNow();
    prefetch.close();
    try {
      loaders.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (ahead) {
      JniUtils.setNumThreads(threads);
    }
    loading.stream().filter(Future::isDone).forEach(BatchLoader::close);
  }

  private static void close(Future<LoadedBatch> done) {
    try {
      done.get().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // Nobody needs it any more.
    }
  }
}
