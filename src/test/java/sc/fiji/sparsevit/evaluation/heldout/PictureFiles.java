/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation.heldout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.sparsevit.io.FolderTree;
import sc.fiji.sparsevit.training.HeldOutFiles;

/** Finds the picture files in folders, in the order of their names. */
final class PictureFiles {
  private PictureFiles() {}

  /** Those that training holds out. */
  static List<Path> heldOut(List<Path> folders) throws IOException {
    return all(folders).stream().filter(HeldOutFiles::contains).toList();
  }

  /** Those in folders, and files that are named by themselves. */
  static List<Path> all(List<Path> foldersAndFiles) throws IOException {
    var pictures = new ArrayList<Path>();
    for (var place : foldersAndFiles) {
      if (Files.isDirectory(place)) {
        FolderTree.files(place.toRealPath(), Integer.MAX_VALUE, PictureFiles::report).stream()
            .filter(file -> file.toString().matches("(?i).*\\.(jpe?g|png)"))
            .forEach(pictures::add);
      } else {
        pictures.add(place);
      }
    }
    pictures.sort(Comparator.comparing(Names::name));
    return List.copyOf(pictures);
  }

  private static void report(Path folder, IOException why) {
    System.err.println(folder + " is left out: " + why.getMessage());
  }
}
