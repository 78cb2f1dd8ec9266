/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sc.fiji.sparsevit.image.ImageFormat;
import sc.fiji.sparsevit.io.FolderTree;
import sc.fiji.sparsevit.io.SkippedInput;

/**
 * The files of a folder: pictures, and what is in their way.
 *
 * @param pictures files with a picture's extension, sorted by path
 * @param problems other files; hidden files and those of file managers are skipped
 */
record ImageFolder(List<Path> pictures, List<SkippedInput> problems) {
  private static final Set<String> LEFT_BEHIND = Set.of("thumbs.db", "desktop.ini");

  /**
   * Lists a folder, which may be a link, and, to the given depth, the folders in it; links to those
   * are not followed.
   */
  static ImageFolder list(Path folder, int depth) throws IOException {
    var pictures = new ArrayList<Path>();
    var problems = new ArrayList<SkippedInput>();
    var real = folder.toRealPath();
    var files =
        FolderTree.files(
            real, depth, (below, why) -> problems.add(SkippedInput.of(below, "", why)));
    for (var path : files) {
      var file = folder.resolve(real.relativize(path));
      if (counts(file) && ImageFormat.extensions().contains(extension(file))) {
        pictures.add(file);
      } else if (counts(file)) {
        problems.add(SkippedInput.of(file, "is not a supported image file"));
      }
    }
    return new ImageFolder(pictures, problems);
  }

  /** The name without its extension. */
  static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String extension(Path file) {
    return file.getFileName()
        .toString()
        .substring(stem(file).length())
        .replace(".", "")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean counts(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && !LEFT_BEHIND.contains(name.toLowerCase(Locale.ROOT));
  }
}
