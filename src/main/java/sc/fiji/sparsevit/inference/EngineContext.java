/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import java.util.function.Supplier;

/**
 * DJL looks its engine up through the thread's context class loader, which inside Fiji is not the
 * one that knows this plugin's libraries.
 */
public final class EngineContext {

  private EngineContext() {}

  /** Does the work under this plugin's class loader. */
  public static <T> T call(Supplier<T> work) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(EngineContext.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
