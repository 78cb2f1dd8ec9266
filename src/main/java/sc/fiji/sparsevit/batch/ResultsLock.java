/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import sc.fiji.sparsevit.progress.ProgressListener;

/**
 * Keeps two runs from writing to one folder at once. The system lets go of it when its process
 * ends, however that happens.
 */
final class ResultsLock implements Closeable {
  private static final long MILLISECONDS_BETWEEN_TRIES = 200;

  private final FileChannel channel;

  private ResultsLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for another run to end, and says so.
   *
   * @param busy the sentence that says so
   * @throws CancellationException when the listener says so
   */
  static ResultsLock on(
      Path file, String busy, ProgressListener listener, Consumer<String> messages)
      throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!locks(channel)) {
        messages.accept(busy);
        while (!locks(channel)) {
          sleep(listener);
        }
      }
      return new ResultsLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another run of this very process
    }
  }

  private static void sleep(ProgressListener listener) {
    try {
      Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    if (listener.isCanceled()) {
      throw new CancellationException();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
