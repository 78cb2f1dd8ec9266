/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.help.TrainingHelp;
import sc.fiji.sparsevit.io.SkippedFiles;
import sc.fiji.sparsevit.training.SampleSize;
import sc.fiji.sparsevit.training.synthesis.ForgerySynthesizer;
import sc.fiji.sparsevit.training.synthesis.SynthesisSet;
import sc.fiji.sparsevit.training.synthesis.library.PhotoLibrary;
import sc.fiji.sparsevit.training.synthesis.options.SourceOptions;
import sc.fiji.sparsevit.training.synthesis.options.SynthesisOptions;

@Command(
    name = "synthesize",
    description =
        "Makes a set of forgeries with masks from photographs, the same way training does.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Synthesize implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--photos",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      description = TrainingHelp.PHOTOS)
  private List<Path> photos;

  @Option(
      names = "--figures",
      paramLabel = "S",
      description =
          "Share of samples made from drawn gels, micrographs, and plots, 0 to 1." + Shell.DEFAULT)
  private double figures = SourceOptions.standard().figure();

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Number of images. Default: ${DEFAULT-VALUE}.")
  private int count = 100;

  @Option(names = "--size", paramLabel = "HxW", description = TrainingHelp.SIZE + Shell.DEFAULT)
  private String size = "256x384";

  @Option(names = "--seed", paramLabel = "N", description = TrainingHelp.SEED + Shell.DEFAULT)
  private long seed = 1;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for Tp, Gt, Au, and a contact sheet; created if missing.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    var options = Shell.valid(spec.commandLine(), this::options);
    try (var progress = new ProgressLine(spec.commandLine().getErr(), output)) {
      var library = PhotoLibrary.open(photos, new SkippedFiles(progress::say));
      var synthesizer = new ForgerySynthesizer(library, options);
      SynthesisSet.write(synthesizer, seed, count, output, done -> progress.progress(done, count));
    }
    spec.commandLine().getOut().println(output + ": " + count + " pictures");
    return ExitCode.OK;
  }

  private SynthesisOptions options() {
    var sides = SampleSize.of(size);
    var standard = SynthesisOptions.lite(sides.height(), sides.width());
    return standard.withSource(standard.source().withFigure(figures));
  }
}
