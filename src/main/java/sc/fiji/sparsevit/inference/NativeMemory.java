/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import com.sun.jna.Platform;

/**
 * Memory that PyTorch has freed. By default, glibc returns it to the system, which clears it before
 * PyTorch gets it again, several times in every window; on some virtual machines, that takes a
 * quarter of the time (docs/performance.md). So it is kept until a model is closed.
 */
public final class NativeMemory {

  /** Prefix of the variables by which users give glibc settings of their own. */
  private static final String VARIABLES = "MALLOC_";

  // Parameters as malloc.h numbers them
  private static final int TRIM_THRESHOLD = -1;
  private static final int TOP_PAD = -2;
  private static final int MMAP_THRESHOLD = -3;

  /** Free bytes at the end of an arena that are kept. */
  private static final int KEPT = 1 << 30;

  /** The size of an arena's parts: none is given back while as much has to be left over. */
  private static final int PART = 64 << 20;

  /** The largest that glibc takes: larger blocks come from the system and go back to it. */
  private static final int LARGEST_KEPT = 32 << 20;

  private NativeMemory() {}

  /** From now on. What the user has set is left alone. */
  static void keep() {
    if (isSetByUser()) {
      return;
    }
    set(MMAP_THRESHOLD, LARGEST_KEPT);
    set(TRIM_THRESHOLD, KEPT);
    set(TOP_PAD, PART);
  }

  /** Returns to the system what is free now. */
  public static void giveBack() {
    if (Platform.isLinux()) {
      SystemCalls.call(Platform.C_LIBRARY_NAME, "malloc_trim", 0L);
    }
  }

  private static boolean isSetByUser() {
    return System.getenv().keySet().stream().anyMatch(name -> name.startsWith(VARIABLES));
  }

  private static void set(int parameter, int value) {
    if (Platform.isLinux()) {
      SystemCalls.call(Platform.C_LIBRARY_NAME, "mallopt", parameter, value);
    }
  }
}
