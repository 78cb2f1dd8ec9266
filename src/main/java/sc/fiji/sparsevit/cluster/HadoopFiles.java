/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;

/** Files that have an address, such as {@code hdfs://...}, rather than a path. */
final class HadoopFiles {
  /** A drive of Windows has one letter. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private HadoopFiles() {}

  static boolean isAddress(String name) {
    return ADDRESS.matcher(name).matches();
  }

  static org.apache.hadoop.fs.Path path(String address) throws IOException {
    try {
      return new org.apache.hadoop.fs.Path(address);
    } catch (IllegalArgumentException e) {
      throw new IOException(address + " is not an address (" + e.getMessage() + ")", e);
    }
  }

  /** A file of a folder, whatever characters its name has. */
  static org.apache.hadoop.fs.Path in(org.apache.hadoop.fs.Path folder, String name) {
    return new org.apache.hadoop.fs.Path(folder, new org.apache.hadoop.fs.Path(null, null, name));
  }

  /**
   * @throws IOException if Hadoop knows no such file system, or cannot reach it
   */
  static FileSystem system(org.apache.hadoop.fs.Path path, Configuration hadoop)
      throws IOException {
    var system = path.getFileSystem(hadoop);
    // Without a checksum file beside every file.
    return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
  }

  /**
   * The file itself if it has a path, or a copy of it.
   *
   * @param folder for the copy
   */
  static Path here(String name, Path folder, Configuration hadoop) throws IOException {
    if (!isAddress(name)) {
      return Path.of(name);
    }
    var from = path(name);
    return copy(system(from, hadoop), from, folder.resolve(from.getName()));
  }

  /** Copies a file from there to here; returns the copy. */
  static Path copy(FileSystem system, org.apache.hadoop.fs.Path from, Path to) throws IOException {
    try (var in = system.open(from)) {
      Files.copy(in, to);
    } catch (java.io.FileNotFoundException e) {
      throw new java.nio.file.NoSuchFileException(from.toString());
    }
    return to;
  }
}
