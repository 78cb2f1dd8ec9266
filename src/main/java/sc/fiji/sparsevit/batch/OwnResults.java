/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import sc.fiji.sparsevit.report.RunRecordJson;

/**
 * Tells what this program has written from everybody else's files. A name alone says nothing: a
 * ground truth is called {@code gel_mask.png}, too. What is written with the files does: the run
 * record or, where a run was killed before it, the folder's journal.
 */
public final class OwnResults {

  /** What is wrong with a folder of nothing else. */
  public static final String NOTHING_ELSE =
      "contains no images or documents but those that SparseViT wrote";

  private static final Pattern OF_A_SCREENING =
      Pattern.compile(
          "report(-\\d+)?\\.html|report-review\\.json|errors\\.csv|(summary|reuse)\\.(csv|json)");

  /** What the journals of the folders that were asked about say. */
  private final Map<Path, ResultNames> begun = new HashMap<>();

  /** Whether we wrote a file: a map, mask, overlay, table, record or report. */
  public boolean contain(Path file) {
    var path = file.toAbsolutePath();
    return Files.isRegularFile(path)
        && (Journal.isFolder(path.getParent())
            || OutputFiles.named(path).filter(files -> wrote(files, path)).isPresent()
            || OF_A_SCREENING.matcher(path.getFileName().toString()).matches()
                && Journal.isIn(path.getParent()));
  }

  private boolean wrote(OutputFiles files, Path path) {
    return isInJournal(files, path) || isRecord(files.record());
  }

  /** Also where a run was killed: the map is written first, the record last. */
  private boolean isInJournal(OutputFiles files, Path path) {
    var names = begun.computeIfAbsent(files.folder(), OwnResults::begunIn);
    return names.stemOf(path.getFileName().toString()).isPresent()
        && Files.exists(files.probability());
  }

  private static boolean isRecord(Path file) {
    try {
      RunRecordJson.read(file);
      return true;
    } catch (IOException noRecord) {
      return false;
    }
  }

  private static ResultNames begunIn(Path folder) {
    try {
      return new ResultNames(Set.copyOf(new Journal(folder).names().values()));
    } catch (IOException noJournal) {
      return new ResultNames(Set.of());
    }
  }

  /**
   * What was named without what we wrote, which came along with a folder's other files; where
   * nothing else was named, it is meant.
   */
  public List<Path> removedFrom(List<Path> named) {
    return removed(named, this::contain);
  }

  /** The same of what may not be a path at all. */
  public List<String> removedFromNames(List<String> named) {
    return removed(named, this::contain);
  }

  private static <T> List<T> removed(List<T> named, Predicate<T> ours) {
    var others = named.stream().filter(ours.negate()).toList();
    return others.isEmpty() ? named : others;
  }

  private boolean contain(String name) {
    try {
      return contain(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * What is said of files that are passed over where one can be named by itself.
   *
   * @param count of them, from 1
   */
  public static String sentence(int count) {
    return "Passed over: "
        + words(count)
        + (count == 1 ? "; to analyze it" : "; to analyze one")
        + ", name it by itself.";
  }

  /** {@code 12 files that SparseViT wrote}. */
  public static String words(int count) {
    return count + (count == 1 ? " file" : " files") + " that SparseViT wrote";
  }
}
