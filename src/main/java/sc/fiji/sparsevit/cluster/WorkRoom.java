/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileUtil;
import org.apache.spark.SparkFiles;

/**
 * A temporary folder on the disk that Spark works on, which Spark clears away itself where a
 * process is killed.
 */
final class WorkRoom implements AutoCloseable {
  private final Path folder;

  WorkRoom() throws IOException {
    folder = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "sparsevit-");
  }

  /** A new folder within. */
  Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  @Override
  public void close() throws IOException {
    if (!FileUtil.fullyDelete(folder.toFile())) {
      throw new IOException("The temporary folder " + folder + " cannot be deleted.");
    }
  }
}
