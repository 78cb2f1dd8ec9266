/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.filechooser.FileSystemView;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.PictureLocalizer;
import sc.fiji.sparsevit.batch.Screening;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.ScreeningSummary;

/**
 * Screens what was dropped, with every option at its default, into a folder of its own.
 *
 * @param inputs pictures, folders, documents
 */
record DroppedFiles(List<Path> inputs) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

  /** What the built-in model is opened as. */
  static ModelKey model() {
    return ModelKey.of(ModelCatalog.DEFAULT, ComputeOptions.defaults());
  }

  /** In the user's documents folder: other folders are never written to without being asked. */
  static Path resultsFolder() {
    return FileSystemView.getFileSystemView()
        .getDefaultDirectory()
        .toPath()
        .resolve("SparseViT results");
  }

  /** A short name for all of it. */
  String name() {
    return inputs.size() == 1 ? first() : first() + " and " + (inputs.size() - 1) + " more";
  }

  /** The root of a disk has no name. */
  private String first() {
    var name = inputs.get(0).getFileName();
    return name == null ? "disk" : name.toString();
  }

  /**
   * Makes a new folder whose name tells when, and what.
   *
   * @throws IOException if it cannot be made
   */
  Path makeFolder(Path results, LocalDateTime now) throws IOException {
    Files.createDirectories(results);
    var stem = TIME.format(now) + " " + first().replaceFirst("[.]\\w{1,5}$", "");
    for (int number = 1; ; number++) {
      try {
        return Files.createDirectory(results.resolve(number == 1 ? stem : stem + "-" + number));
      } catch (FileAlreadyExistsException taken) {
        // the next number is free, or the one after it
      }
    }
  }

  /**
   * @param output the folder for the results
   * @throws IOException if the model cannot be opened or the results cannot be written
   */
  ScreeningSummary screen(Path output, ProgressListener progress, Consumer<String> messages)
      throws IOException {
    var screening = new Screening(inputs, InputPatterns.ALL, output, ScreeningOptions.defaults());
    return SharedLocalizer.ofSession()
        .use(
            model(),
            messages,
            localizer -> screening.run(PictureLocalizer.of(localizer), progress, messages));
  }
}
