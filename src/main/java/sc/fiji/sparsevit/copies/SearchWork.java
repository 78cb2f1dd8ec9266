/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import java.util.concurrent.atomic.LongAdder;

/**
 * What a search has done, counted: textures that repeat everywhere would make it compare everything
 * with everything, and a limit of a count holds on every machine. May be added to by many threads.
 */
final class SearchWork {

  private final LongAdder comparisons = new LongAdder();
  private final LongAdder questions = new LongAdder();
  private final LongAdder pixels = new LongAdder();

  /** Two descriptors, by their bits. */
  void compare(long count) {
    comparisons.add(count);
  }

  /** Whether a match agrees with a transformation. */
  void ask(long count) {
    questions.add(count);
  }

  /** Pixels of one part laid onto another. */
  void lay(long count) {
    pixels.add(count);
  }

  long comparisons() {
    return comparisons.sum();
  }

  long questions() {
    return questions.sum();
  }

  long pixels() {
    return pixels.sum();
  }
}
