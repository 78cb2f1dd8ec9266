/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.reuse.Archive;

/** An archive that no other run can change until it is closed. */
public final class LockedArchive implements Closeable {
  private final ResultsLock lock;
  private final Archive archive;

  private LockedArchive(ResultsLock lock, Archive archive) {
    this.lock = lock;
    this.archive = archive;
  }

  /**
   * Opens an archive, or makes one of an empty folder; waits while another run uses it.
   *
   * @param listener asked whether to go on waiting
   * @param messages told what is waited for
   * @throws java.util.concurrent.CancellationException when the listener says so
   */
  public static LockedArchive open(
      Path folder, ProgressListener listener, Consumer<String> messages) throws IOException {
    Archive.requireUsable(folder);
    Files.createDirectories(folder);
    var lock =
        ResultsLock.on(
            Archive.lock(folder),
            "Another run is using the archive " + folder + "; waiting for it to finish.",
            listener,
            messages);
    try {
      return new LockedArchive(lock, Archive.open(folder, Version.current()));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public Archive archive() {
    return archive;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
