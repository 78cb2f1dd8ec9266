/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Localizes in one file after the other; what was found in one is written while the next is
 * localized. For one thread.
 */
public final class FileSeries implements AutoCloseable {

  /** Files of more pixels than a share of the memory takes are written before the next is read. */
  private static final int MEMORY_SHARES = 8;

  private final FileLocalizer localizer;
  private final OutputNames names;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "sparsevit-write"));
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /** Reads a file. */
  @FunctionalInterface
  public interface Reading {
    OpenedFile read() throws IOException;
  }

  /**
   * @param names give the results' names, in the order of the files
   */
  public FileSeries(FileLocalizer localizer, OutputNames names) {
    this.localizer = localizer;
    this.names = names;
  }

  /**
   * Returns when the file is localized.
   *
   * @param file reads it; called at once, on this thread
   * @return completes after those of all files before, with what was written; or exceptionally,
   *     with what kept the file from being read, localized or written: nothing is left of its
   *     results then
   * @throws CancellationException when the listener says so; nothing is written of this file then
   */
  public CompletableFuture<WrittenResults> localize(Reading file, ProgressListener listener) {
    var result = new CompletableFuture<WrittenResults>();
    try {
      var opened = file.read();
      boolean large =
          opened.pixels() * PictureMemory.BYTES_PER_PIXEL
              > Runtime.getRuntime().maxMemory() / MEMORY_SHARES;
      if (large) {
        last.handle((done, failure) -> null).join();
      }
      var found = localizer.find(opened, listener);
      writing.execute(() -> write(found, result));
      if (large) {
        result.handle((done, failure) -> null).join();
      }
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      writing.execute(() -> result.completeExceptionally(e));
    }
    last = result;
    return result;
  }

  private void write(FileLocalizer.FoundInFile found, CompletableFuture<WrittenResults> result) {
    try {
      result.complete(localizer.write(found, names));
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      result.completeExceptionally(e);
    }
  }

  /** Lets running work finish, so that nothing is written afterwards. */
  @Override
  public void close() {
    writing.shutdown();
    boolean ended = false;
    boolean interrupted = false;
    while (!ended) {
      try {
        ended = writing.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
