/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.batch.FileLocalizer;
import sc.fiji.sparsevit.batch.OutputNames;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.report.RunRecord;

@Command(
    name = "localize",
    description = "Shows where each image was manipulated.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Localize implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "PNG, JPEG, TIFF, GIF or BMP.")
  private List<Path> images;

  @Option(names = "--output", required = true, paramLabel = "DIR", description = RegionHelp.OUTPUT)
  private Path output;

  @Option(
      names = "--stack",
      description = "Every slice and frame of a stack, not only the first picture.")
  private boolean stack;

  @Mixin private LocalizationArguments localization;

  @Mixin private ProfileArgument profile;

  @Override
  public Integer call() throws IOException {
    var calibrated = profile.read();
    var options = calibrated.map(CalibrationProfile::localization).orElseGet(localization::options);
    var names = OutputNames.in(output);
    int failed;
    try (var localizer = localization.open()) {
      calibrated.ifPresent(found -> found.requireModel(localizer.model().sha256()));
      var recorded = calibrated.map(CalibrationProfile::recorded).orElse(null);
      var files = new FileLocalizer(localizer, options, localization.compute(), stack, recorded);
      failed = localize(files, names);
    }
    return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /**
   * Localizes in one image after the other, and writes what was found while it looks at the next
   * one. An image that fails does not keep the others from being done.
   *
   * @return how many failed
   */
  private int localize(FileLocalizer files, OutputNames names) {
    var writing = Executors.newSingleThreadExecutor();
    try {
      int failed = 0;
      var before = CompletableFuture.completedFuture(true);
      for (var image : images) {
        var record = localize(image, files, names, writing);
        failed += before.join() ? 0 : 1;
        before = record.handle((written, failure) -> isTold(image, written, failure));
      }
      return failed + (before.join() ? 0 : 1);
    } finally {
      writing.shutdown();
    }
  }

  private CompletableFuture<RunRecord> localize(
      Path image, FileLocalizer files, OutputNames names, Executor writing) {
    try (var progress = new ProgressLine(spec.commandLine().getErr(), image)) {
      var found = files.analyze(image, progress);
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return found.write(names);
            } catch (IOException e) {
              throw new UncheckedIOException(e.getMessage(), e);
            }
          },
          writing);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Tells what became of an image, and whether that is a result. */
  private boolean isTold(Path image, RunRecord record, Throwable failure) {
    var terminal = spec.commandLine();
    // The progress of the next image may stand there.
    new ProgressLine(terminal.getErr(), image).close();
    if (failure == null) {
      terminal.getOut().println(image + ": " + summary(record));
      return true;
    }
    var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
    terminal
        .getErr()
        .println(
            "Failed: "
                + (cause instanceof OutOfMemoryError
                    ? image + " needs more memory; start Java with a larger -Xmx"
                    : cause.getMessage()));
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
        + ", highest probability %.3f (%s)".formatted(record.score(), record.device())
        + (pictures > record.pictures().size()
            ? "; only the first of %d pictures, --stack analyzes all".formatted(pictures)
            : "")
        + record.pictures().stream()
            .flatMap(picture -> picture.notes().stream())
            .distinct()
            .map(note -> "; note: " + note)
            .collect(Collectors.joining());
  }
}
