/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;

/** Lists what lies in a folder and in those below it. */
public final class FolderTree {
  private FolderTree() {}

  /**
   * Everything but folders, sorted, so that the order does not depend on the file system. Links to
   * folders are not followed.
   *
   * @param depth of folders; 1 for those files only that lie in the folder itself
   * @param failed told of every folder below that cannot be read, and why; the rest is listed
   * @throws IOException if the folder itself cannot be read
   */
  public static List<Path> files(Path folder, int depth, BiConsumer<Path, IOException> failed)
      throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        folder,
        EnumSet.noneOf(FileVisitOption.class),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isDirectory()) { // as the last folders are given that depth allows
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            return passOver(file, why);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path below, IOException why)
              throws IOException {
            return why == null ? FileVisitResult.CONTINUE : passOver(below, why);
          }

          private FileVisitResult passOver(Path path, IOException why) throws IOException {
            if (path.equals(folder)) {
              throw why;
            }
            failed.accept(path, why);
            return FileVisitResult.CONTINUE;
          }
        });
    return files.stream().sorted().toList();
  }
}
