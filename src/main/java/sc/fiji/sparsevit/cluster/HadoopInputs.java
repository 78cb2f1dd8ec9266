/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import sc.fiji.sparsevit.batch.ImageList;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.OutputFiles;
import sc.fiji.sparsevit.io.SkippedInput;

/**
 * Finds the files to be screened that have addresses: those named, those in the folders named and
 * below, those in the lists named.
 */
final class HadoopInputs {
  private final InputPatterns patterns;
  private final Configuration hadoop;
  private final Map<String, Long> files = new LinkedHashMap<>();
  private final List<SkippedInput> problems = new ArrayList<>();

  /**
   * @param patterns for the content of folders
   */
  HadoopInputs(InputPatterns patterns, Configuration hadoop) {
    this.patterns = patterns;
    this.hadoop = hadoop;
  }

  /** How many bytes each has, by its address. */
  Map<String, Long> files() {
    return files;
  }

  /** What was named or met but cannot be screened. */
  List<SkippedInput> problems() {
    return problems;
  }

  /** Adds a file, what is in a folder, or what is in a list. */
  void add(String address) {
    try {
      var name = address.toLowerCase(Locale.ROOT);
      if (name.endsWith(".txt") || name.endsWith(".csv")) {
        for (var listed : listed(address)) {
          addFileOrFolder(listed);
        }
      } else {
        addFileOrFolder(address);
      }
    } catch (IOException e) {
      problems.add(SkippedInput.of(address, "", e));
    }
  }

  private List<String> listed(String address) throws IOException {
    try (var room = new WorkRoom()) {
      var list = HadoopFiles.here(address, room.folder("list"), hadoop);
      var folder = HadoopFiles.path(address).getParent();
      return ImageList.entries(list).stream()
          .map(entry -> new org.apache.hadoop.fs.Path(folder, entry).toString())
          .toList();
    }
  }

  private void addFileOrFolder(String address) throws IOException {
    var path = HadoopFiles.path(address);
    var system = HadoopFiles.system(path, hadoop);
    if (!system.exists(path)) {
      files.put(path.toString(), 0L); // what is wrong with it is said when it is read
      return;
    }
    var status = system.getFileStatus(path);
    if (status.isFile()) {
      files.put(status.getPath().toString(), status.getLen());
      return;
    }
    int before = files.size() + problems.size();
    walk(system, status.getPath(), "");
    if (files.size() + problems.size() == before) {
      problems.add(new SkippedInput(address, "", patterns.nothingIn()));
    }
  }

  private void walk(FileSystem system, org.apache.hadoop.fs.Path folder, String below)
      throws IOException {
    var entries = new TreeMap<String, FileStatus>();
    for (var status : system.listStatus(folder)) {
      entries.put(status.getPath().getName(), status);
    }
    if (entries.containsKey(StagedResults.JOURNAL_FOLDER)) {
      return; // results are no inputs
    }
    for (var entry : entries.entrySet()) {
      var name = entry.getKey();
      var status = entry.getValue();
      if (status.isDirectory()) {
        walk(system, status.getPath(), below + name + "/");
      } else if (name.startsWith(".") || !patterns.match(Path.of(below + name))) {
        continue;
      } else if (isResult(system, name, entries)) {
        problems.add(new SkippedInput(status.getPath().toString(), "", OutputFiles.OWN_RESULT));
      } else {
        files.put(status.getPath().toString(), status.getLen());
      }
    }
  }

  /** What a name cannot say, the run record beside it does. */
  private static boolean isResult(FileSystem system, String name, Map<String, FileStatus> beside)
      throws IOException {
    int stem = name.lastIndexOf('_');
    var record = beside.get(stem < 0 ? "" : name.substring(0, stem) + ".json");
    if (record == null) {
      return false;
    }
    try (var room = new WorkRoom()) {
      var folder = room.folder("record");
      HadoopFiles.copy(system, record.getPath(), folder.resolve(record.getPath().getName()));
      return OutputFiles.isResult(Files.createFile(folder.resolve(name)));
    }
  }
}
