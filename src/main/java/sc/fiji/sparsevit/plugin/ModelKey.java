/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import sc.fiji.sparsevit.inference.ComputeOptions;

/**
 * What tells an open model from another.
 *
 * @param nameOrFile as the user gave it
 * @param modified when the file was changed last; null if it is no file
 */
record ModelKey(String nameOrFile, FileTime modified, ComputeOptions compute) {

  static ModelKey of(String nameOrFile, ComputeOptions compute) {
    return new ModelKey(nameOrFile, modified(nameOrFile), compute);
  }

  private static FileTime modified(String nameOrFile) {
    try {
      return Files.getLastModifiedTime(Path.of(nameOrFile));
    } catch (IOException | InvalidPathException noFile) {
      return null;
    }
  }
}
