/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import sc.fiji.sparsevit.report.EvidenceReport;
import sc.fiji.sparsevit.report.RecordedInput;
import sc.fiji.sparsevit.report.RunRecordJson;

/**
 * Gives every input of a run names of its own in one output folder: the input's stem, or {@code
 * stem-2}, {@code stem-3}, ... where another input of this run, or files of anybody else, have it.
 * An input that has results there from before gets their names again. Thread-safe.
 */
public final class OutputNames {
  /** What file systems hold, in bytes of UTF-8. */
  private static final int LONGEST_NAME = 255;

  /** For the number after the stem: -99999. */
  private static final int ROOM_FOR_NUMBER = 6;

  private static final int LONGEST_STEM =
      LONGEST_NAME - OutputFiles.LONGEST_ENDING.length() - ROOM_FOR_NUMBER - PageNames.LONGEST;

  private final Path folder;

  /** {@code summary.json} holds a whole screening, and another file what people made of it. */
  private static final Set<String> TAKEN = Set.of("summary", EvidenceReport.REVIEW_STEM);

  private final Set<String> given = new HashSet<>(TAKEN);
  private final Set<String> pages = new HashSet<>();

  private OutputNames(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder created if missing
   * @throws IOException if it is not a writable folder
   */
  public static OutputNames in(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (FileSystemException e) {
      throw new IOException(unusable(folder), e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(unusable(folder));
    }
    return new OutputNames(folder);
  }

  private static String unusable(Path folder) {
    return "Results cannot be written to "
        + folder
        + "; choose a folder that you can write to, or a new one.";
  }

  /** Names for the results of an image file. */
  public OutputFiles of(Path file) {
    var path = file.toAbsolutePath().normalize().toString();
    return of(stem(path), input -> path.equals(input.path()));
  }

  /**
   * Names that start with {@code stem} if they are free.
   *
   * @param same whether results from before are of this input, and so may be replaced
   */
  public synchronized OutputFiles of(String stem, Predicate<RecordedInput> same) {
    var start = shortened(stem);
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> new OutputFiles(folder, n == 1 ? start : start + "-" + n))
        .filter(files -> !isGiven(files.stem()) && free(files, same))
        .peek(files -> keep(files.stem()))
        .findFirst()
        .orElseThrow();
  }

  /** Reserves a stem. */
  synchronized void keep(String stem) {
    given.add(key(stem));
    if (!PageNames.withoutEnding(stem).equals(stem)) {
      pages.add(key(PageNames.withoutEnding(stem)));
    }
  }

  /** Nor may a document's pages come to be named as an image is whose name looks like a page's. */
  private boolean isGiven(String stem) {
    return given.contains(key(stem))
        || given.contains(key(PageNames.withoutEnding(stem)))
        || pages.contains(key(stem));
  }

  /** Some file systems do not tell upper and lower case apart. */
  private static String key(String stem) {
    return stem.toLowerCase(Locale.ROOT);
  }

  private static boolean free(OutputFiles files, Predicate<RecordedInput> same) {
    return !files.exist() || recorded(files).filter(same).isPresent();
  }

  private static Optional<RecordedInput> recorded(OutputFiles files) {
    try {
      return Optional.of(RunRecordJson.read(files.record()).input());
    } catch (IOException noRecord) {
      return Optional.empty();
    }
  }

  /**
   * @param path of a file, or its address on another file system
   */
  static String stem(String path) {
    var name = path.substring(lastSeparator(path) + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static int lastSeparator(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf(File.separatorChar));
  }

  private static String shortened(String stem) {
    var text = new StringBuilder(stem);
    while (text.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_STEM) {
      text.setLength(text.offsetByCodePoints(text.length(), -1));
    }
    return text.toString();
  }
}
