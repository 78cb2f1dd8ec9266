/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sc.fiji.sparsevit.Localization;
import sc.fiji.sparsevit.batch.AnalyzedPicture;
import sc.fiji.sparsevit.batch.FileLocalizer;
import sc.fiji.sparsevit.batch.LocalizationFiles;
import sc.fiji.sparsevit.batch.OutputNames;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.image.RgbImage;
import sc.fiji.sparsevit.image.RgbViews;
import sc.fiji.sparsevit.report.RunRecord;

/** Where what was found is written to, in the same files as from the shell. */
final class OutputFolder {

  private final OutputNames names;

  private OutputFolder(OutputNames names) {
    this.names = names;
  }

  /**
   * @param folder created if missing
   * @throws IOException if it is not a writable folder
   */
  static OutputFolder at(String folder) throws IOException {
    try {
      return new OutputFolder(OutputNames.in(Path.of(folder)));
    } catch (InvalidPathException e) {
      throw new IOException("output must be the path of a folder, not \"" + folder + "\"", e);
    }
  }

  /**
   * @param found in the positions of the task, one for each
   * @throws IOException if a file could not be written
   */
  void write(ImageAnalysis task, List<Localization> found) throws IOException {
    var findings = new ArrayList<AnalyzedPicture>();
    for (var position : task.positions()) {
      var seen = RgbViews.of(task.image(), position);
      findings.add(new AnalyzedPicture(seen, found.get(findings.size())));
    }
    var image =
        OpenImage.of(
            task.image(), task.positions(), findings.stream().map(AnalyzedPicture::seen).toList());
    LocalizationFiles.write(
        image.names(names), image.input(), options(task), noting(image, task.image(), findings));
  }

  /** An image that was edited is no longer what its file holds. */
  private static List<AnalyzedPicture> noting(
      OpenImage open, ImagePlus image, List<AnalyzedPicture> findings) {
    var notes = open.file().isPresent() ? OpenImage.notes(image) : List.<String>of();
    return findings.stream().map(finding -> noting(finding, notes)).toList();
  }

  private static AnalyzedPicture noting(AnalyzedPicture finding, List<String> notes) {
    var seen = finding.seen();
    return new AnalyzedPicture(
        new RgbImage(seen.pixels(), seen.mapping().noting(notes)), finding.found());
  }

  private static RunRecord.Options options(ImageAnalysis task) {
    return FileLocalizer.recorded(
        task.options(),
        task.model().compute(),
        task.positions().size() > 1,
        task.profile().map(CalibrationProfile::recorded).orElse(null));
  }
}
