/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/** Says which files could not be used, each once. Safe for use by several threads. */
public final class SkippedFiles {
  private final Consumer<String> messages;
  private final Set<Path> files = new ConcurrentSkipListSet<>();

  /**
   * @param messages told of every file in a sentence; by several threads
   */
  public SkippedFiles(Consumer<String> messages) {
    this.messages = messages;
  }

  /** Also tells of it, if it is the first time. */
  public void add(Path file, Throwable why) {
    if (files.add(file)) {
      add(SkippedInput.of(file, "", why));
    }
  }

  /** What is known beforehand. */
  public void add(SkippedInput skipped) {
    messages.accept("Passed over: " + skipped.sentence());
  }

  /** Those that were met so far, sorted. */
  public Set<Path> files() {
    return new TreeSet<>(files);
  }
}
