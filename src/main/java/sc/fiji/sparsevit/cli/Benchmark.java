/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.benchmark.BenchmarkFiles;
import sc.fiji.sparsevit.benchmark.BenchmarkOptions;
import sc.fiji.sparsevit.benchmark.BenchmarkRun;
import sc.fiji.sparsevit.benchmark.Measurement;
import sc.fiji.sparsevit.benchmark.RandomWeights;
import sc.fiji.sparsevit.io.TemporaryFiles;
import sc.fiji.sparsevit.network.SparseVitConfig;

@Command(
    name = "benchmark",
    description =
        "Measures the speed and memory of a model relative to this machine's matrix product rate."
            + " Close other programs first.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Benchmark implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder for benchmark.json, benchmark.html and history.jsonl, which grows by a line with"
              + " every run and tells when one is slower; created if missing.")
  private Path output;

  @Mixin private ModelArgument model;

  @Option(
      names = "--config",
      paramLabel = "NAME",
      description =
          "Benchmark a configuration with random weights, such as base, instead of a model.")
  private String config;

  @Mixin private ComputeArguments compute;

  @Option(
      names = "--measure",
      split = ",",
      paramLabel = "WHAT",
      description =
          "What to measure: window, batches, sizes, folder, start, memory; comma-separated."
              + " Default: everything.")
  private List<Measurement> measurements;

  @Option(names = "--quick", description = "Use fewer and smaller images.")
  private boolean quick;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (config == null) {
      measure(model.nameOrFile());
      return ExitCode.OK;
    }
    var terminal = spec.commandLine();
    if (terminal.getParseResult().hasMatchedOption("--model")) {
      throw new ParameterException(terminal, "Give either --model or --config.");
    }
    var shape = Shell.valid(terminal, () -> SparseVitConfig.named(config));
    var folder = TemporaryFiles.folder();
    try {
      // Results and their history name the file.
      var weights = folder.resolve(config + "-random.safetensors");
      RandomWeights.write(shape, weights);
      measure(weights.toString());
    } finally {
      TemporaryFiles.delete(folder);
    }
    return ExitCode.OK;
  }

  private void measure(String nameOrFile) throws IOException, InterruptedException {
    var terminal = spec.commandLine();
    var chosen = compute.options();
    var options =
        quick
            ? BenchmarkOptions.quick(nameOrFile, chosen)
            : BenchmarkOptions.thorough(nameOrFile, chosen);
    if (measurements != null) {
      options = options.withMeasurements(EnumSet.copyOf(measurements));
    }
    var result = new BenchmarkRun(options, terminal.getErr()::println).run();
    var slower = BenchmarkFiles.write(result, output);
    BenchmarkFiles.lines(result).forEach(terminal.getOut()::println);
    slower.ifPresent(terminal.getErr()::println);
    terminal.getOut().println("See " + output.resolve("benchmark.html"));
  }
}
