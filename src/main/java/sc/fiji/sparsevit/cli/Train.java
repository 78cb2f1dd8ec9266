/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.help.TrainingHelp;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.SampleSize;
import sc.fiji.sparsevit.training.TrainingOptions;
import sc.fiji.sparsevit.training.TrainingPlan;
import sc.fiji.sparsevit.training.TrainingPreset;
import sc.fiji.sparsevit.training.TrainingRun;

@Command(
    name = "train",
    description = "Trains a model on forgeries made from photographs, on data sets, or on both.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Train implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--photos", arity = "1..*", paramLabel = "DIR", description = TrainingHelp.PHOTOS)
  private List<Path> photos = List.of();

  @Option(names = "--data", arity = "1..*", paramLabel = "PATH", description = TrainingHelp.DATA)
  private List<Path> data = List.of();

  @Option(
      names = "--photo-share",
      paramLabel = "S",
      description =
          "Share of samples made from photographs when data sets are given, too; 0 to 1. Default:"
              + " ${DEFAULT-VALUE}.")
  private double photoShare = 0.5;

  @Option(
      names = {"--validation", "--validate"},
      paramLabel = "PATH",
      description = TrainingHelp.VALIDATION)
  private Path validate;

  @Option(
      names = "--preset",
      paramLabel = "lite|paper",
      description = TrainingHelp.PRESET + Shell.DEFAULT)
  private TrainingPreset preset = TrainingPreset.LITE;

  @Option(
      names = "--from",
      paramLabel = "NAME|FILE|nothing",
      description = TrainingHelp.FROM + Shell.DEFAULT)
  private String from = ModelCatalog.DEFAULT;

  @Option(
      names = "--config",
      paramLabel = "NAME",
      description =
          "The network: " + SparseVitConfig.NAMES + ". Default: that of the initial weights.")
  private String config;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = TrainingHelp.STEPS + " Default: lite 10000, paper 161000.")
  private Long steps;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Samples per forward pass. Default: lite 8, paper 16.")
  private Integer batch;

  @Option(
      names = "--accumulate",
      paramLabel = "N",
      description =
          "Forward passes per optimizer step, for when a larger batch does not fit into memory."
              + " Default: 1.")
  private int accumulate = 1;

  @Option(
      names = "--replay",
      paramLabel = "N",
      description =
          "How many more times each sample is shown in later batches: mirrored, upside down, both;"
              + " 0 to 3. For a GPU that waits for samples. Default: ${DEFAULT-VALUE}.")
  private int replay;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Learning rate after the warm-up. Default: lite 5e-4, paper 2e-4.")
  private Float rate;

  @Option(
      names = "--size",
      paramLabel = "HxW",
      description = TrainingHelp.SIZE + " Default: lite 256x384, paper 512x512.")
  private String size;

  @Option(
      names = "--enlarged",
      description =
          "Show half of each sample's height and width, enlarged to its size: for weights that look"
              + " at the enlarged image.")
  private boolean enlarged;

  @Mixin private DeviceArgument device;

  @Option(
      names = "--precision",
      paramLabel = "auto|float32",
      description =
          "Numeric precision. auto: most products in 16 bits where the processor supports it;"
              + " weights and gradients stay in 32. Default: lite auto, paper float32.")
  private PrecisionChoice precision;

  @Option(names = "--seed", paramLabel = "N", description = TrainingHelp.SEED + Shell.DEFAULT)
  private long seed = 1;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = TrainingHelp.OUTPUT)
  private Path output;

  @Option(names = "--resume", description = TrainingHelp.RESUME)
  private boolean resume;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var terminal = spec.commandLine();
    var plan = Shell.valid(terminal, this::plan);
    try (var watch = new TrainingWatch(terminal.getErr(), plan)) {
      if (resume) {
        TrainingRun.resume(plan, watch, terminal.getErr()::println);
      } else {
        TrainingRun.start(plan, watch, terminal.getErr()::println);
      }
    }
    terminal.getOut().println(output.resolve("best.safetensors"));
    return ExitCode.OK;
  }

  private TrainingPlan plan() {
    return new TrainingPlan(
        preset,
        photos,
        data,
        photoShare,
        Optional.ofNullable(validate),
        from,
        Optional.ofNullable(config),
        size == null ? preset.size() : SampleSize.of(size),
        enlarged,
        options(),
        device.choice(),
        output);
  }

  private TrainingOptions options() {
    var options = preset.options(steps == null ? preset.steps() : steps).withSeed(seed);
    options = options.withBatch(batch == null ? options.batchSize() : batch, accumulate);
    options = options.withReplays(replay);
    options = precision == null ? options : options.withPrecision(precision);
    return rate == null ? options : options.withPeakRate(rate);
  }
}
