/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.batch.InputPicture.Decoded;
import sc.fiji.sparsevit.batch.Journal.Key;
import sc.fiji.sparsevit.io.Sha256;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.ScreenedPicture;

/**
 * Reads, localizes and writes pictures side by side: the thread that submits reads, one other
 * localizes and one writes. How many are in memory at once is bounded by {@link PictureMemory},
 * however many threads submit.
 */
public final class ScreeningPipeline implements AutoCloseable {
  private final PictureLocalizer localizer;
  private final Cancellation watcher;
  private final PictureMemory memory = new PictureMemory(Runtime.getRuntime().maxMemory() / 2);
  private final ExecutorService localizing =
      Executors.newSingleThreadExecutor(work -> thread(work, "sparsevit-localize"));
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(work -> thread(work, "sparsevit-write"));

  /**
   * @param watcher may end the work; receives no progress
   */
  public ScreeningPipeline(PictureLocalizer localizer, ProgressListener watcher) {
    this.localizer = localizer;
    this.watcher = new Cancellation(watcher);
  }

  /** One that keeps no process alive that is told to end. */
  private static Thread thread(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Runs tasks side by side in this process.
   *
   * @param listener receives how many bytes of input are done
   * @param messages receives every problem as a sentence; by several threads
   * @throws CancellationException when the listener says so; what is done by then is kept
   */
  static List<ScreeningOutcome> run(
      List<ScreeningTask> tasks,
      PictureLocalizer localizer,
      ProgressListener listener,
      Consumer<String> messages) {
    var progress =
        new ScreeningProgress(listener, tasks.stream().map(ScreeningTask::file).toList());
    var outcomes = new ArrayList<CompletableFuture<ScreeningOutcome>>();
    try (var pipeline = new ScreeningPipeline(localizer, listener)) {
      for (var task : tasks) {
        var outcome =
            pipeline.submit(task, (share, kept) -> progress.add(task.file(), share, kept));
        outcomes.add(outcome);
        outcome.thenAccept(done -> done.sentences().forEach(messages));
      }
      return outcomes.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CancellationException canceled) {
        throw canceled;
      }
      throw e;
    }
  }

  /**
   * Runs one task to its end.
   *
   * @throws CancellationException when the watcher says so
   */
  public ScreeningOutcome run(ScreeningTask task) {
    return submit(task, (share, kept) -> {}).join();
  }

  /** Receives the progress of a task. */
  @FunctionalInterface
  interface TaskProgress {
    /**
     * @param share of the task that is done with, up to 1
     * @param kept whether it was done before
     */
    void add(double share, boolean kept);
  }

  /** A picture that is done, now or before, or why it is not. */
  private record PictureResult(
      Optional<ScreenedPicture> picture, boolean kept, List<SkippedInput> problems) {
    static PictureResult failed(SkippedInput problem) {
      return new PictureResult(Optional.empty(), false, List.of(problem));
    }
  }

  /**
   * Reads the pictures of a task, waiting where memory is short, and lets them be localized and
   * written.
   *
   * @param progress notified of every finished picture, or of a task without one
   * @return completes when all results are written; exceptionally only if the watcher ended the
   *     work
   * @throws CancellationException when the watcher says so
   */
  CompletableFuture<ScreeningOutcome> submit(ScreeningTask task, TaskProgress progress) {
    var parts = new ArrayList<CompletableFuture<PictureResult>>();
    var problems = new ArrayList<SkippedInput>();
    try {
      PictureSource.requireFile(task.file());
      var key =
          new Key(
              Sha256.of(task.file()),
              localizer.model().sha256(),
              task.options().ofPictures(),
              Version.current());
      try (var source = PictureSource.open(task.file(), task.options().rasterizePages())) {
        problems.addAll(source.problems());
        double share = 1.0 / source.pictures().size();
        for (var picture : source.pictures()) {
          parts.add(
              start(task, key, picture)
                  .whenComplete((part, end) -> progress.add(share, part != null && part.kept())));
        }
      }
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      problems.add(SkippedInput.of(task.file(), "", e));
    }
    if (parts.isEmpty()) {
      progress.add(1, false);
    }
    return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))
        .thenApply(all -> outcome(task, parts, problems));
  }

  private static ScreeningOutcome outcome(
      ScreeningTask task,
      List<CompletableFuture<PictureResult>> parts,
      List<SkippedInput> problems) {
    var done = parts.stream().map(CompletableFuture::join).toList();
    done.forEach(part -> problems.addAll(part.problems()));
    return new ScreeningOutcome(
        task,
        done.stream().flatMap(part -> part.picture().stream()).toList(),
        (int) done.stream().filter(PictureResult::kept).count(),
        problems.stream().map(task::named).toList());
  }

  /** Never throws but for cancellation: one picture's failure is not that of the others. */
  private CompletableFuture<PictureResult> start(
      ScreeningTask task, Key key, InputPicture picture) {
    if (watcher.isCanceled()) {
      throw new CancellationException();
    }
    int taken = 0;
    try {
      var journal = new Journal(Path.of(task.folder()));
      var before = journal.done(task.files(picture), key, task.options().reuse().on());
      if (before.isPresent()) {
        return CompletableFuture.completedFuture(new PictureResult(before, true, List.of()));
      }
      taken = memory.acquire(picture.size().pixels());
      var decoded = picture.decoding().decode();
      return finish(new PictureWork(task, key, picture, journal), decoded, taken);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      memory.release(taken);
      return CompletableFuture.completedFuture(
          PictureResult.failed(SkippedInput.of(task.file(), picture.part(), e)));
    }
  }

  private CompletableFuture<PictureResult> finish(PictureWork work, Decoded decoded, int taken) {
    return CompletableFuture.supplyAsync(
            () -> localizer.localize(decoded.image(), work.localization(), watcher), localizing)
        .thenApplyAsync(found -> work.write(decoded, found), writing)
        .handle(
            (done, failure) -> {
              memory.release(taken);
              return failure == null
                  ? new PictureResult(Optional.of(done), false, List.of())
                  : PictureResult.failed(work.problem(cause(failure)));
            });
  }

  /**
   * @throws CancellationException if that is what it is
   */
  private static Throwable cause(Throwable failure) {
    var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    if (cause instanceof CancellationException canceled) {
      throw canceled;
    }
    return cause;
  }

  /**
   * Lets running work finish, so that nothing is written afterwards; whoever is interrupted
   * meanwhile waits for no more than the pictures that are being worked on.
   */
  @Override
  public void close() {
    finish(localizing);
    finish(writing);
    if (watcher.interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void finish(ExecutorService executor) {
    executor.shutdown();
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        watcher.interrupted = true;
      }
    }
  }

  /** Cancels the work within a picture; its progress is not reported. */
  private static final class Cancellation implements ProgressListener {
    private final ProgressListener watcher;
    private volatile boolean interrupted;

    Cancellation(ProgressListener watcher) {
      this.watcher = watcher;
    }

    @Override
    public void progress(long done, long total) {
      // Pictures are counted instead.
    }

    @Override
    public boolean isCanceled() {
      return interrupted || watcher.isCanceled();
    }
  }
}
