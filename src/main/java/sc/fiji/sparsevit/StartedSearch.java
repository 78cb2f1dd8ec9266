/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sc.fiji.sparsevit.copies.CopyFinder;
import sc.fiji.sparsevit.copies.CopyPair;
import sc.fiji.sparsevit.copies.Luminance;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * A search for copies on a thread of its own, beside the network or before there is one. Listeners
 * hear of it only on the thread that waits for it.
 */
final class StartedSearch {

  /** Of progress, for the map and for the search each. */
  private static final int STEPS = 1000;

  /** How soon a cancellation is noticed. */
  private static final int MILLISECONDS = 50;

  private final FutureTask<SearchedPicture> task;
  private volatile double share;
  private volatile boolean abandoned;

  private StartedSearch(RgbImage image) {
    task = new FutureTask<>(() -> search(image));
  }

  /**
   * @param picture that was searched
   * @param pairs in it, the surest first
   */
  record SearchedPicture(Luminance picture, List<CopyPair> pairs) {}

  static StartedSearch of(RgbImage image) {
    var search = new StartedSearch(image);
    var thread = new Thread(search.task, "sparsevit-copies");
    thread.setDaemon(true);
    thread.start();
    return search;
  }

  private SearchedPicture search(RgbImage image) {
    var picture = Luminance.of(image);
    return new SearchedPicture(picture, CopyFinder.within(picture, new Share()));
  }

  /** Ends the search, if nobody waits for it any more. */
  void abandon() {
    abandoned = true;
  }

  /** Hears of the map's progress and passes on that of both. */
  ProgressListener beside(ProgressListener whole) {
    return new ProgressListener() {
      @Override
      public void progress(long done, long total) {
        report(done / (double) total, whole);
      }

      @Override
      public boolean isCanceled() {
        return whole.isCanceled();
      }
    };
  }

  /**
   * Waits until it is done.
   *
   * @param whole hears of the rest of the progress
   * @throws CancellationException when the listener says so
   */
  SearchedPicture result(ProgressListener whole) {
    boolean interrupted = false;
    try {
      while (true) {
        if (whole.isCanceled()) {
          throw new CancellationException("localization was canceled");
        }
        try {
          var found = task.get(MILLISECONDS, TimeUnit.MILLISECONDS);
          report(1, whole);
          return found;
        } catch (TimeoutException notYet) {
          report(1, whole);
        } catch (InterruptedException e) {
          // Only the listener ends the work.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void report(double ofMap, ProgressListener whole) {
    whole.progress(Math.round(STEPS * (ofMap + (task.isDone() ? 1 : share))), 2 * STEPS);
  }

  /** Remembers how far the search is. */
  private final class Share implements ProgressListener {
    @Override
    public void progress(long done, long total) {
      share = done / (double) total;
    }

    @Override
    public boolean isCanceled() {
      return abandoned;
    }
  }
}
