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
import java.util.stream.Stream;
import sc.fiji.sparsevit.report.RunRecordJson;

/**
 * Where the results of one input go.
 *
 * @param folder that contains them
 * @param stem that their names start with
 */
public record OutputFiles(Path folder, String stem) {

  /** Why a file that {@linkplain #isResult is a result} is no input. */
  public static final String OWN_RESULT =
      "was made by SparseViT and was not looked at; if it is to be, name it by itself";

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

  /**
   * Whether a picture is a map, mask or overlay of ours: it has the name of one, and the run record
   * is next to it.
   */
  public static boolean isResult(Path picture) {
    var name = picture.getFileName().toString();
    int stem = name.lastIndexOf('_');
    if (stem < 0) {
      return false;
    }
    var files = new OutputFiles(picture.toAbsolutePath().getParent(), name.substring(0, stem));
    return files.all().contains(files.folder().resolve(name)) && isRecord(files.record());
  }

  private static boolean isRecord(Path file) {
    try {
      RunRecordJson.read(file);
      return true;
    } catch (IOException noRecord) {
      return false;
    }
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
