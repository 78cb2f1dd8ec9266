/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.model.Models;

/**
 * What tells an open model from another.
 *
 * @param nameOrFile as the user gave it
 * @param modified when its files were changed last; empty if it has none
 */
record ModelKey(String nameOrFile, List<FileTime> modified, ComputeOptions compute) {

  static ModelKey of(String nameOrFile, ComputeOptions compute) {
    return new ModelKey(nameOrFile, modified(nameOrFile), compute);
  }

  private static List<FileTime> modified(String nameOrFile) {
    var times = new ArrayList<FileTime>();
    for (var file : Models.files(nameOrFile)) {
      try {
        times.add(Files.getLastModifiedTime(file));
      } catch (IOException noFile) {
        // Opening the model will say so, if it is needed.
      }
    }
    return List.copyOf(times);
  }
}
