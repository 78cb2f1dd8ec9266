/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkEnv;
import sc.fiji.sparsevit.io.FailureText;

/**
 * Asked of a worker before the work begins, so that what is wrong with all tasks is said once.
 *
 * @param paths on the driver's machine that a worker must see as well
 */
record WorkerCheck(List<String> paths) implements Serializable {

  /** A sentence, if the worker cannot work. */
  Optional<String> problem(WorkerModel model) {
    for (var path : paths) {
      if (!Files.exists(Path.of(path))) {
        return Optional.of(
            "The worker "
                + SparkEnv.get().rpcEnv().address().host()
                + " does not see "
                + path
                + "; use a folder that all machines share, or an address such as hdfs://...");
      }
    }
    try {
      Executor.with(model);
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(FailureText.sentence(e));
    }
  }
}
