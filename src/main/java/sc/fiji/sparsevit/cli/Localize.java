/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
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
import sc.fiji.sparsevit.batch.OutputNames;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.io.FileNames;
import sc.fiji.sparsevit.io.SkippedInput;
import sc.fiji.sparsevit.report.RunRecord;

@Command(
    name = "localize",
    description = "Shows where each image was manipulated.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Localize implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "PNG, JPEG, TIFF, GIF or BMP.")
  private List<String> images;

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
    int failed = 0;
    try (var localizer = localization.open()) {
      calibrated.ifPresent(found -> found.requireModel(localizer.model().sha256()));
      var recorded = calibrated.map(CalibrationProfile::recorded).orElse(null);
      var files = new FileLocalizer(localizer, options, localization.compute(), stack, recorded);
      for (var image : images) {
        failed += localize(image, files, names) ? 0 : 1;
      }
    }
    return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Whether it could be done; a file that fails does not keep the others from being done. */
  private boolean localize(String image, FileLocalizer files, OutputNames names) {
    var terminal = spec.commandLine();
    try {
      var file = Path.of(image);
      FileNames.requireText(file);
      RunRecord record;
      try (var progress = new ProgressLine(terminal.getErr(), file)) {
        record = files.localize(file, names, progress);
      }
      terminal.getOut().println(FileNames.printable(image) + ": " + summary(record));
      return true;
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      terminal.getErr().println("Failed: " + SkippedInput.of(image, "", e).sentence());
    }
    return false;
  }

  private static String summary(RunRecord record) {
    int found = record.regions().size();
    int pictures = record.input().pictures();
    return switch (found) {
          case 0 -> "no region above the threshold";
          case 1 -> "1 region for review";
          default -> found + " regions for review";
        }
        + String.format(
            Locale.ROOT, ", highest probability %.3f (%s)", record.score(), record.device())
        + (pictures > record.pictures().size()
            ? String.format(
                Locale.ROOT,
                "; only the first of %d images was analyzed (use --stack for all)",
                pictures)
            : "")
        + record.pictures().stream()
            .flatMap(picture -> picture.notes().stream())
            .distinct()
            .map(note -> "; note: " + note)
            .collect(Collectors.joining());
  }
}
