/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import sc.fiji.sparsevit.report.EvidenceReport;

/**
 * A folder of this machine that stands for one with an address. What is there already is here as an
 * empty file of the same name, for whoever asks whether it exists. What is then written or deleted
 * here is published there: each file whole, and last of all the marks that pictures are done.
 */
final class StagedResults {
  static final String JOURNAL_FOLDER = ".sparsevit";

  /** Of the journal: which inputs have which names. */
  static final String NAMES = "names.json";

  private static final String JOURNAL = JOURNAL_FOLDER + "/";

  private static final String LOCK = JOURNAL + "lock";
  private static final String PART_START = ".sparsevit-";
  private static final String PART_END = ".part";

  /** What was not written here has this time. */
  private static final FileTime UNCHANGED = FileTime.fromMillis(0);

  private final org.apache.hadoop.fs.Path there;
  private final FileSystem system;
  private final Path here;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param address of the results
   * @param here an empty folder
   */
  StagedResults(String address, Path here, Configuration hadoop) throws IOException {
    this.there = HadoopFiles.path(address);
    this.system = HadoopFiles.system(there, hadoop);
    this.here = here;
    Files.createDirectories(here.resolve(JOURNAL));
  }

  Path folder() {
    return here;
  }

  /** The names of all files there, those of the journal with its folder before them. */
  List<String> list() throws IOException {
    var names = new ArrayList<String>();
    for (var folder : List.of("", JOURNAL)) {
      var path = folder.isEmpty() ? there : HadoopFiles.in(there, JOURNAL_FOLDER);
      system.mkdirs(path);
      for (var status : system.listStatus(path)) {
        if (status.isFile()) {
          names.add(folder + status.getPath().getName());
        }
      }
    }
    return names;
  }

  /** Removes what a process that was killed had begun to write. */
  void sweep() throws IOException {
    for (var name : list()) {
      var file = name.substring(name.lastIndexOf('/') + 1);
      if (file.startsWith(PART_START) && file.endsWith(PART_END)) {
        system.delete(remote(name), false);
      }
    }
  }

  /** Makes the empty files. */
  void standIn(Collection<String> names) throws IOException {
    for (var name : names) {
      if (!name.equals(LOCK) && known.add(name) && Files.notExists(here.resolve(name))) {
        var file = Files.createFile(here.resolve(name));
        Files.setLastModifiedTime(file, UNCHANGED);
      }
    }
  }

  /** Gets the content of files that are stood in for. */
  void fetch(Predicate<String> wanted) throws IOException {
    for (var name : known) {
      var file = here.resolve(name);
      if (wanted.test(name) && isUnchanged(file)) {
        Files.delete(file);
        HadoopFiles.copy(system, remote(name), file);
        Files.setLastModifiedTime(file, UNCHANGED);
      }
    }
  }

  private static boolean isUnchanged(Path file) throws IOException {
    return Files.getLastModifiedTime(file).equals(UNCHANGED);
  }

  /** Makes the folder there what the one here has become. */
  void publish() throws IOException {
    var present = local();
    var changed = new ArrayList<String>();
    for (var name : present) {
      if (!isUnchanged(here.resolve(name))) {
        changed.add(name);
      }
    }
    var gone = new ArrayList<>(known);
    gone.removeAll(present);
    var stale = new ArrayList<>(gone);
    stale.addAll(changed.stream().filter(StagedResults::isMark).toList());
    // Until all is there again, the pictures count as not done.
    stale.sort((a, b) -> Boolean.compare(isMark(b), isMark(a)));
    for (var name : stale) {
      system.delete(remote(name), false);
    }
    changed.sort((a, b) -> Boolean.compare(isMark(a), isMark(b)));
    for (var name : changed) {
      upload(name);
      Files.setLastModifiedTime(here.resolve(name), UNCHANGED);
    }
    known.removeAll(gone);
    known.addAll(changed);
  }

  static boolean isJournal(String name) {
    return name.startsWith(JOURNAL);
  }

  /** Whether it is of no single picture. */
  static boolean isOfRun(String name) {
    return name.equals(JOURNAL + NAMES) || name.equals(EvidenceReport.REVIEW_STEM + ".json");
  }

  /** Whether it says that a picture is done. */
  static boolean isMark(String name) {
    return isJournal(name) && name.endsWith(".done.json");
  }

  private Set<String> local() throws IOException {
    try (var files = Files.walk(here)) {
      var names = new LinkedHashSet<String>();
      files
          .filter(Files::isRegularFile)
          .map(file -> here.relativize(file).toString())
          .filter(name -> !name.equals(LOCK))
          .forEach(names::add);
      return names;
    }
  }

  private void upload(String name) throws IOException {
    var target = remote(name);
    var part = HadoopFiles.in(target.getParent(), PART_START + UUID.randomUUID() + PART_END);
    try {
      try (var out = system.create(part, false)) {
        Files.copy(here.resolve(name), out);
      }
      system.delete(target, false); // not every file system moves a file over another
      if (!system.rename(part, target)) {
        throw new IOException("it cannot be renamed to its name");
      }
    } catch (IOException e) {
      throw new IOException("Could not write " + target + " (" + e.getMessage() + ")", e);
    } finally {
      system.delete(part, false);
    }
  }

  private org.apache.hadoop.fs.Path remote(String name) {
    int folder = name.lastIndexOf('/');
    return folder < 0
        ? HadoopFiles.in(there, name)
        : HadoopFiles.in(
            HadoopFiles.in(there, name.substring(0, folder)), name.substring(folder + 1));
  }
}
