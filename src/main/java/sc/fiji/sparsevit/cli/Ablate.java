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
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.ablation.Ablation;
import sc.fiji.sparsevit.ablation.AblationPlan;
import sc.fiji.sparsevit.ablation.PaperTables;
import sc.fiji.sparsevit.help.MeasuringHelp;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.help.TrainingHelp;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.SampleSize;
import sc.fiji.sparsevit.training.TrainingOptions;
import sc.fiji.sparsevit.training.TrainingPreset;

@Command(
    name = "ablate",
    description =
        "Trains and evaluates variants of the network under equal conditions, as in the paper's"
            + " tables. Rerun the same command to resume.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Ablate implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--configs",
      split = ",",
      paramLabel = "NAME",
      description = "Networks to train, comma-separated: " + SparseVitConfig.NAMES + ".")
  private List<String> configs = List.of();

  @Option(
      names = "--tables",
      split = ",",
      paramLabel = "N",
      description =
          "Also train the networks of these paper tables: 2, 3, 6, 7, 9; comma-separated.")
  private List<Integer> tables = List.of();

  @Option(
      names = "--scale",
      paramLabel = "lite|base",
      description = "Size of the tables' networks." + Shell.DEFAULT)
  private String scale = "lite";

  @Option(names = "--photos", arity = "1..*", paramLabel = "DIR", description = TrainingHelp.PHOTOS)
  private List<Path> photos = List.of();

  @Option(names = "--data", arity = "1..*", paramLabel = "PATH", description = TrainingHelp.DATA)
  private List<Path> data = List.of();

  @Option(
      names = "--photo-share",
      paramLabel = "S",
      description =
          "Share of samples made from photographs when data sets are given, too; 0 to 1."
              + Shell.DEFAULT)
  private double photoShare = 0.5;

  @Option(
      names = "--sets",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Data sets to evaluate on, never used for training. Each: " + MeasuringHelp.DATA)
  private List<Path> sets;

  @Option(names = "--limit", paramLabel = "N", description = MeasuringHelp.LIMIT + Shell.DEFAULT)
  private int limit;

  @Option(
      names = "--mode",
      paramLabel = "native|thorough|paper",
      description = RegionHelp.MODE + Shell.DEFAULT)
  private LocalizationMode mode = LocalizationOptions.defaults().mode();

  @Option(
      names = "--preset",
      paramLabel = "lite|paper",
      description = TrainingHelp.PRESET + Shell.DEFAULT)
  private TrainingPreset preset = TrainingPreset.LITE;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Optimizer steps per run. Default: lite 10000, paper 161000.")
  private Long steps;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Samples per step. Default: lite 8, paper 16.")
  private Integer batch;

  @Option(
      names = "--size",
      paramLabel = "HxW",
      description = TrainingHelp.SIZE + " Default: lite 256x384, paper 512x512.")
  private String size;

  @Mixin private DeviceArgument device;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description =
          "Train every network once per seed; several seeds, comma-separated, give intervals."
              + Shell.DEFAULT)
  private List<Long> seeds = List.of(1L);

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for all runs and for ablation.html and ablation.csv.")
  private Path output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var terminal = spec.commandLine();
    var plan = Shell.valid(terminal, this::plan);
    try (var watch = new AblationWatch(terminal.getErr(), plan.options())) {
      terminal.getOut().println(Ablation.run(plan, watch));
      return ExitCode.OK;
    } catch (CancellationException e) {
      terminal.getErr().println(e.getMessage());
      return ExitCode.SOFTWARE;
    }
  }

  private AblationPlan plan() {
    if (!scale.equals("lite") && !scale.equals("base")) {
      throw new IllegalArgumentException("scale is lite or base, not " + scale);
    }
    var names = new ArrayList<>(configs);
    var paper = PaperTables.load();
    tables.forEach(number -> names.addAll(paper.numbered(number).configurations(scale)));
    return new AblationPlan(
        names,
        preset,
        photos,
        data,
        photoShare,
        options(),
        seeds,
        size == null ? preset.size() : SampleSize.of(size),
        sets,
        limit,
        LocalizationOptions.networkAlone().withMode(mode),
        device.choice(),
        output);
  }

  private TrainingOptions options() {
    var options = preset.options(steps == null ? preset.steps() : steps);
    return batch == null ? options : options.withBatch(batch, 1);
  }
}
