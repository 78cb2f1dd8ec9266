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
import sc.fiji.sparsevit.batch.OwnResults;
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
  private int results;

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

  /** How many files were met that we wrote. */
  int results() {
    return results;
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
    int resultsBefore = results;
    walk(system, status.getPath(), "");
    if (files.size() + problems.size() == before) {
      var reason = results > resultsBefore ? OwnResults.NOTHING_ELSE : patterns.nothingIn();
      problems.add(new SkippedInput(address, "", reason));
    }
  }

  private void walk(FileSystem system, org.apache.hadoop.fs.Path folder, String below)
      throws IOException {
    var entries = new TreeMap<String, FileStatus>();
    for (var status : system.listStatus(folder)) {
      entries.put(status.getPath().getName(), status);
    }
    for (var entry : entries.entrySet()) {
      var name = entry.getKey();
      var status = entry.getValue();
      if (status.isDirectory()) {
        if (!name.equals(StagedResults.JOURNAL_FOLDER)) {
          walk(system, status.getPath(), below + name + "/");
        }
      } else if (name.startsWith(".") || !patterns.match(Path.of(below + name))) {
        continue;
      } else if (isResult(system, name, entries)) {
        results++;
      } else {
        files.put(status.getPath().toString(), status.getLen());
      }
    }
  }

  /** What a name cannot say, what we wrote beside it does; of that, a copy is made here. */
  private static boolean isResult(FileSystem system, String name, Map<String, FileStatus> beside)
      throws IOException {
    if (OutputFiles.named(Path.of(name)).isEmpty()) {
      return false;
    }
    try (var room = new WorkRoom()) {
      var folder = room.folder("results");
      var file = Files.createFile(folder.resolve(name));
      var results = OutputFiles.named(file).orElseThrow();
      var record = beside.get(results.record().getFileName().toString());
      var map = results.probability();
      if (record != null) {
        HadoopFiles.copy(system, record.getPath(), results.record());
      } else if (beside.containsKey(map.getFileName().toString())) {
        if (Files.notExists(map)) {
          Files.createFile(map);
        }
        copyJournal(system, beside, folder);
      }
      return new OwnResults().contain(file);
    }
  }

  private static void copyJournal(FileSystem system, Map<String, FileStatus> from, Path folder)
      throws IOException {
    var journal = from.get(StagedResults.JOURNAL_FOLDER);
    if (journal == null) {
      return;
    }
    var names = HadoopFiles.in(journal.getPath(), StagedResults.NAMES);
    if (system.exists(names)) {
      var copy = Files.createDirectory(folder.resolve(StagedResults.JOURNAL_FOLDER));
      HadoopFiles.copy(system, names, copy.resolve(StagedResults.NAMES));
    }
  }
}
