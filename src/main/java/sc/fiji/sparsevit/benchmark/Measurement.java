/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.benchmark;

import sc.fiji.sparsevit.help.Choices;

/** What can be measured. */
public enum Measurement {
  /** Latency of one window. */
  WINDOW,
  /** Cost per window when several are computed together. */
  BATCHES,
  /** Cost per window of images from 1 to 100 megapixels. */
  SIZES,
  /** Throughput of a folder. */
  FOLDER,
  /** Time from the start of a JVM to its first saved map. */
  START,
  /** Peak resident memory of a JVM that localizes once; only on systems that tell it. */
  MEMORY;

  /**
   * @throws IllegalArgumentException naming the value and the choices
   */
  public static Measurement of(String name) {
    return Choices.of(Measurement.class, "measure", name);
  }

  @Override
  public String toString() {
    return Choices.name(this);
  }
}
