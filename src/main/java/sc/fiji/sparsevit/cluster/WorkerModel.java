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
import org.apache.spark.SparkFiles;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.model.Models;

/**
 * The model that every executor opens.
 *
 * @param nameOrFile as the user gave it
 * @param files of it on the driver's machine, which travel; none for an embedded model
 * @param compute how it computes
 */
record WorkerModel(String nameOrFile, List<String> files, ComputeOptions compute)
    implements Serializable {

  static WorkerModel of(String nameOrFile, ComputeOptions compute) {
    var files = Models.files(nameOrFile).stream().filter(Files::isRegularFile);
    return new WorkerModel(nameOrFile, files.map(Path::toString).toList(), compute);
  }

  /** On an executor, where its files came along. */
  ManipulationLocalizer open() throws IOException {
    var here = nameOrFile;
    for (var file : files) {
      here = here.replace(file, SparkFiles.get(Path.of(file).getFileName().toString()));
    }
    return ManipulationLocalizer.open(here, compute, System.err::println);
  }
}
