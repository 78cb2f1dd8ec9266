/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference.script;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Runs scripts operator by operator. Left to itself, PyTorch watches a script run twice and then
 * makes something else of it.
 */
final class AsWritten {

  private AsWritten() {}

  /** The switch is the thread's own. */
  static NDList run(Supplier<NDList> script) {
    JniUtils.setGraphExecutorOptimize(false);
    try {
      return script.get();
    } finally {
      JniUtils.setGraphExecutorOptimize(true);
    }
  }
}
