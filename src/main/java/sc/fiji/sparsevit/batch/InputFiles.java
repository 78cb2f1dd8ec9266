/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.sparsevit.image.UnreadFormat;
import sc.fiji.sparsevit.io.FileNames;
import sc.fiji.sparsevit.io.SkippedInput;

/**
 * The files that are to be screened: those named, those in the folders named and below, those in
 * the lists named. Each once, sorted within a folder. What we wrote ourselves is not among them,
 * unless it is all that was named.
 *
 * @param files absolute
 * @param problems what was named or met but cannot be screened
 * @param results how many files were met that we wrote
 */
record InputFiles(List<Path> files, List<SkippedInput> problems, int results) {
  private static final String NOTHING_NEW =
      "contains only images and documents that other inputs contain, too";

  /** With problems from elsewhere before its own. */
  InputFiles with(List<SkippedInput> others) {
    var all = Stream.concat(others.stream(), problems.stream()).toList();
    return new InputFiles(files, all, results);
  }

  /**
   * @param named files, folders, or lists of files as text or CSV
   * @param patterns for the content of folders
   */
  static InputFiles find(List<Path> named, InputPatterns patterns) {
    var search = new InputSearch(patterns);
    search.othersOf(named).forEach(search::add);
    return search.found();
  }

  /** Tasks, tables and records hold names as text; what has none could not be found again. */
  private static List<Path> withTextNames(
      Collection<Path> files, Collection<SkippedInput> problems) {
    var kept = new ArrayList<Path>();
    for (var file : files) {
      try {
        FileNames.requireText(file);
        kept.add(file);
      } catch (InvalidPathException e) {
        problems.add(SkippedInput.of(file, "", e));
      }
    }
    return List.copyOf(kept);
  }

  /** Collects what is named. */
  private static final class InputSearch {
    private final InputPatterns patterns;
    private final Set<Path> files = new LinkedHashSet<>();
    private final List<SkippedInput> problems = new ArrayList<>();
    private final OwnResults own = new OwnResults();
    private final Set<Path> results = new HashSet<>();

    InputSearch(InputPatterns patterns) {
      this.patterns = patterns;
    }

    InputFiles found() {
      return new InputFiles(withTextNames(files, problems), List.copyOf(problems), results.size());
    }

    void add(Path named) {
      int before = files.size() + problems.size();
      int resultsBefore = results.size();
      try {
        int found = addAll(named.toAbsolutePath().normalize());
        if (files.size() + problems.size() == before) {
          var nothing =
              results.size() > resultsBefore ? OwnResults.NOTHING_ELSE : patterns.nothingIn();
          problems.add(new SkippedInput(named.toString(), "", found > 0 ? NOTHING_NEW : nothing));
        }
      } catch (IOException | InvalidPathException e) {
        problems.add(SkippedInput.of(named, "", e));
      }
    }

    /** How many files it names, old and new. */
    private int addAll(Path path) throws IOException {
      var name = path.toString().toLowerCase(Locale.ROOT);
      if (Files.isDirectory(path)) {
        return addFolder(path);
      } else if (name.endsWith(".txt") || name.endsWith(".csv")) {
        var entries = othersOf(ImageList.read(path));
        for (var listed : entries) {
          // A line may name a folder, but no further list: two could name each other.
          if (Files.isDirectory(listed)) {
            addFolder(listed);
          } else {
            files.add(listed);
          }
        }
        return entries.size();
      }
      files.add(path);
      return 1;
    }

    private int addFolder(Path folder) throws IOException {
      var all = new Walk(folder, patterns, problems).files();
      var others = all.stream().filter(file -> !own.contain(file)).toList();
      passOver(all, others);
      files.addAll(others);
      return others.size();
    }

    private List<Path> othersOf(List<Path> named) {
      var others = own.removedFrom(named);
      passOver(named, others);
      return others;
    }

    private void passOver(List<Path> all, List<Path> others) {
      var ours = new HashSet<>(all);
      others.forEach(ours::remove);
      results.addAll(ours);
    }
  }

  /** Goes through a folder and those below, by links too, without going in circles. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final InputPatterns patterns;
    private final Collection<SkippedInput> problems;
    private final List<Path> files = new ArrayList<>();

    Walk(Path folder, InputPatterns patterns, Collection<SkippedInput> problems) {
      this.folder = folder;
      this.patterns = patterns;
      this.problems = problems;
    }

    List<Path> files() throws IOException {
      Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
      return files.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return Journal.isFolder(directory) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.getFileName().toString().startsWith(".")) {
        return FileVisitResult.CONTINUE;
      }
      var relative = folder.relativize(file);
      if (patterns.match(relative)) {
        files.add(file);
      } else if (attributes.isRegularFile() && patterns.leaveOpen(relative)) {
        lookInto(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A picture without a usual name is looked at; one that cannot be read is at least named. */
    private void lookInto(Path file) {
      try {
        var unread = UnreadFormat.of(file);
        if (unread.isPresent()) {
          problems.add(SkippedInput.of(file, unread.get().reason()));
        } else if (PictureSource.isUnnamed(file)) {
          files.add(file);
        } else if (OfficeSource.isArchiveOfPictures(file)) {
          problems.add(SkippedInput.of(file, UnreadFormat.ARCHIVE.reason()));
        }
      } catch (IOException notAPicture) {
        // Nothing says that it is one.
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException cause) {
      problems.add(SkippedInput.of(file, "", cause));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException cause) {
      if (cause != null) {
        problems.add(SkippedInput.of(directory, "", cause));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
