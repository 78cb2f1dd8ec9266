/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.PreparedPicture;
import sc.fiji.sparsevit.image.StackPosition;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.progress.PartOfProgress;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.RecordedInput;
import sc.fiji.sparsevit.report.RunRecord;

/**
 * Localizes in image files, one at a time, and writes what it found.
 *
 * @param localizer that is open
 * @param options for every file
 * @param compute device and precision that were asked for; goes into the run record only
 * @param stack whether every picture of a stack is analyzed, or only the first
 * @param profile that the options come from, or null; goes into the run record only
 */
public record FileLocalizer(
    ManipulationLocalizer localizer,
    LocalizationOptions options,
    ComputeOptions compute,
    boolean stack,
    RunRecord.Profile profile) {

  /** What was found in a file, before it is written. */
  record FoundInFile(OpenedFile file, List<AnalyzedPicture> findings) {}

  /**
   * @throws IOException if a picture has no finite value
   * @throws CancellationException when the listener says so
   */
  FoundInFile find(OpenedFile file, ProgressListener listener) throws IOException {
    var image = file.image();
    var pictures = StackPosition.all(image.image());
    var positions = stack ? pictures : pictures.subList(0, 1);
    var findings = new ArrayList<AnalyzedPicture>();
    for (var position : positions) {
      var part = new PartOfProgress(listener, findings.size(), positions.size());
      try (var picture = prepared(file, position, findings.isEmpty())) {
        findings.add(new AnalyzedPicture(picture.image(), localizer.localize(picture, part)));
      }
    }
    return new FoundInFile(file, List.copyOf(findings));
  }

  private PreparedPicture prepared(OpenedFile file, StackPosition position, boolean first)
      throws IOException {
    return first && file.first().isPresent()
        ? file.first().get()
        : PreparedPicture.of(file.image(), position, options);
  }

  /**
   * @param names give the results' names
   * @throws IOException if a result cannot be written; nothing is left of the results then
   */
  WrittenResults write(FoundInFile found, OutputNames names) throws IOException {
    var path = found.file.image().path();
    var image = found.file.image().image();
    var input =
        RecordedInput.file(
            path,
            found.file.sha256(),
            image.getWidth(),
            image.getHeight(),
            StackPosition.all(image).size());
    var files = names.of(path);
    var settings = recorded(options, compute, stack, profile);
    return new WrittenResults(
        files, LocalizationFiles.write(files, input, settings, found.findings));
  }

  /**
   * The options as a run record names them.
   *
   * @param profile that they come from, or null
   */
  public static RunRecord.Options recorded(
      LocalizationOptions options,
      ComputeOptions compute,
      boolean stack,
      RunRecord.Profile profile) {
    return new RunRecord.Options(
        options.mode().toString(),
        options.threshold(),
        options.minimumArea(),
        options.copies().toString(),
        options.compression().toString(),
        options.seams().toString(),
        options.grain().toString(),
        options.panels().toString(),
        compute.device().toString(),
        compute.precision().toString(),
        stack,
        profile);
  }
}
