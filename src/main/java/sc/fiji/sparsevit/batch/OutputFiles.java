/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the results of one input go.
 *
 * @param folder that contains them
 * @param stem that their names start with
 */
public record OutputFiles(Path folder, String stem) {

  /** What follows the stem in every name. */
  static final Set<String> ENDINGS =
      new OutputFiles(Path.of(""), "")
          .all().stream().map(Path::toString).collect(Collectors.toUnmodifiableSet());

  /** The longest ending of a file's name below. */
  static final String LONGEST_ENDING = "_probability.tif";

  /** 32-bit probability 0-1, of the analyzed area's size; all pictures of a stack. */
  public Path probability() {
    return file(LONGEST_ENDING);
  }

  /** 255 where a region is, else 0. */
  public Path mask() {
    return file("_mask.png");
  }

  /** The masks of several pictures. */
  public Path maskStack() {
    return file("_mask.tif");
  }

  /** The picture with its regions drawn in. */
  public Path overlay() {
    return file("_overlay.png");
  }

  /** Several pictures with their regions drawn in. */
  public Path overlayStack() {
    return file("_overlay.tif");
  }

  /** ImageJ ROI set. */
  public Path regionsZip() {
    return file("_regions.zip");
  }

  public Path regionsCsv() {
    return file("_regions.csv");
  }

  /** Parts that repeat others; only where there are some. */
  public Path copiesCsv() {
    return file("_copies.csv");
  }

  /** The run record, which is written last: where it is, everything else is complete. */
  public Path record() {
    return file(".json");
  }

  /** Every file that there may be, the record first. */
  public List<Path> all() {
    return List.of(
        record(),
        probability(),
        mask(),
        maskStack(),
        overlay(),
        overlayStack(),
        regionsZip(),
        regionsCsv(),
        copiesCsv());
  }

  /** The results that a file belongs to if it goes by its name; empty if no result is called so. */
  public static Optional<OutputFiles> named(Path file) {
    var name = file.getFileName().toString();
    return ENDINGS.stream()
        .filter(name::endsWith)
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .map(stem -> new OutputFiles(file.getParent(), stem))
        .findFirst();
  }

  /** Removes what is there, the record first, so that what is left never looks complete. */
  public void delete() throws IOException {
    for (var file : all()) {
      Files.deleteIfExists(file);
    }
  }

  /** Whether nothing is missing of the results of a single picture. */
  boolean complete() {
    return Stream.of(record(), probability(), mask(), overlay(), regionsZip(), regionsCsv())
        .allMatch(Files::exists);
  }

  boolean exist() {
    return all().stream().anyMatch(Files::exists);
  }

  private Path file(String ending) {
    return folder.resolve(stem + ending);
  }
}
