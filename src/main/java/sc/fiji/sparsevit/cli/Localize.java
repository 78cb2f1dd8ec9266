/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.batch.FileLocalizer;
import sc.fiji.sparsevit.batch.FileSeries;
import sc.fiji.sparsevit.batch.OpenedFile;
import sc.fiji.sparsevit.batch.OutputNames;
import sc.fiji.sparsevit.batch.OwnResults;
import sc.fiji.sparsevit.batch.WrittenResults;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.io.FileNames;
import sc.fiji.sparsevit.io.SkippedInput;

@Command(
    name = "localize",
    description = "Shows where each image was manipulated.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Localize implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "PNG, JPEG, TIFF, GIF or BMP.")
  private List<String> named;

  @Option(names = "--output", paramLabel = "DIR", description = RegionHelp.OUTPUT + Shell.DEFAULT)
  private Path output = Path.of("results");

  @Option(
      names = "--stack",
      description = "Analyze every slice and frame of a stack, not only the first.")
  private boolean stack;

  @Option(
      names = "--panels",
      paramLabel = "auto|off",
      description = RegionHelp.PANELS + Shell.DEFAULT)
  private PanelSearch panels = LocalizationOptions.defaults().panels();

  @Mixin private LocalizationArguments localization;

  @Mixin private ProfileArgument profile;

  @Override
  public Integer call() throws IOException {
    var calibrated = profile.read();
    var options =
        calibrated.map(localization::of).orElseGet(localization::options).withPanels(panels);
    var names = OutputNames.in(output);
    var images = images();
    // The first picture is read, and searched for copies, while the model is opened.
    var first = CompletableFuture.supplyAsync(() -> first(images.get(0), options));
    var results = new ArrayList<CompletableFuture<Boolean>>();
    try (var localizer = localization.open()) {
      calibrated.ifPresent(found -> found.requireModel(localizer.model().sha256()));
      var recorded = calibrated.map(CalibrationProfile::recorded).orElse(null);
      var files = new FileLocalizer(localizer, options, localization.compute(), stack, recorded);
      try (var series = new FileSeries(files, names)) {
        for (int i = 0; i < images.size(); i++) {
          var image = images.get(i);
          var early = i == 0 ? first.join() : Optional.<OpenedFile>empty();
          results.add(
              localize(image, early, series)
                  .handle((written, failure) -> isDone(image, written, failure)));
        }
      }
    }
    return results.stream().allMatch(CompletableFuture::join) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Those named, without our own files that a shell named along with others. */
  private List<String> images() {
    var others = new OwnResults().removedFromNames(named);
    if (others.size() < named.size()) {
      spec.commandLine().getErr().println(OwnResults.sentence(named.size() - others.size()));
    }
    return others;
  }

  /** Empty if it cannot be read, which will be told when it is read again. */
  private static Optional<OpenedFile> first(String image, LocalizationOptions options) {
    try {
      return Optional.of(read(image).prepared(options));
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError told) {
      return Optional.empty();
    }
  }

  private static OpenedFile read(String image) throws IOException {
    var file = Path.of(image);
    FileNames.requireText(file);
    return OpenedFile.read(file);
  }

  private CompletableFuture<WrittenResults> localize(
      String image, Optional<OpenedFile> early, FileSeries series) {
    try (var progress = new ProgressLine(spec.commandLine().getErr(), FileNames.printable(image))) {
      return series.localize(() -> early.isPresent() ? early.get() : read(image), progress);
    }
  }

  /** Whether it could be done; a file that fails does not keep the others from being done. */
  private boolean isDone(String image, WrittenResults written, Throwable failure) {
    var terminal = spec.commandLine();
    ProgressLine.clear(terminal.getErr());
    if (failure == null) {
      terminal.getOut().println(FoundText.of(image, written));
    } else {
      terminal.getErr().println("Failed: " + SkippedInput.of(image, "", failure).sentence());
    }
    return failure == null;
  }
}
