/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.gpucheck.CheckKind;
import sc.fiji.sparsevit.gpucheck.GpuCheck;
import sc.fiji.sparsevit.gpucheck.GpuCheckFiles;
import sc.fiji.sparsevit.gpucheck.GpuCheckOptions;
import sc.fiji.sparsevit.inference.DeviceChoice;

@Command(
    name = "gpu-check",
    description =
        "Checks whether a GPU computes the same as the CPU, and how fast; writes one page with all"
            + " results.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckGpu implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for gpu-check.json and gpu-check.html; created if missing.")
  private Path output;

  @Option(
      names = "--device",
      paramLabel = "gpu|gpu1...|cpu",
      description = "The device to check; cpu compares the CPU with itself." + Shell.DEFAULT)
  private DeviceChoice device = DeviceChoice.GPU;

  @Mixin private ModelArgument model;

  @Option(
      names = "--checks",
      split = ",",
      paramLabel = "WHAT",
      description =
          "What to check: maps, copies, training, speed, messages; comma-separated. Default:"
              + " everything.")
  private Set<CheckKind> checks = EnumSet.allOf(CheckKind.class);

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "Images to analyze." + Shell.DEFAULT)
  private Path images = Path.of("sample-images");

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "Photographs to make training samples from. Default: the images.")
  private Path photos;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Training steps on each device." + Shell.DEFAULT)
  private int steps = 20;

  @Option(names = "--quick", description = "Use fewer and smaller images.")
  private boolean quick;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description =
          "Time limit for all checks together; unfinished checks are listed." + Shell.DEFAULT)
  private int timeLimit = 3600;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var terminal = spec.commandLine();
    var options =
        Shell.valid(
            terminal,
            () ->
                new GpuCheckOptions(
                    checks,
                    device,
                    model.nameOrFile(),
                    images,
                    Optional.ofNullable(photos),
                    steps,
                    quick,
                    Duration.ofSeconds(timeLimit)));
    var report = new GpuCheck(options, output, terminal.getErr()::println).run();
    report
        .checks()
        .forEach(
            check ->
                terminal
                    .getOut()
                    .println(check.title() + ": " + check.verdict() + ". " + check.sentence()));
    terminal.getOut().println("See " + output.resolve(GpuCheckFiles.PAGE));
    return report.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
