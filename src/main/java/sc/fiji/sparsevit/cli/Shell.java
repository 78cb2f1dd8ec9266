/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import sc.fiji.sparsevit.CopySearch;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.Version;
import sc.fiji.sparsevit.benchmark.Measurement;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.training.TrainingPreset;

/**
 * The command line. Results go to standard output; progress, warnings and errors go to standard
 * error. The exit code is 0 when all is done, 1 when something failed, 2 for wrong usage.
 */
@Command(
    name = "sparsevit",
    description = "Shows where images were manipulated: regions for review, not verdicts.",
    subcommands = {
      Localize.class,
      Batch.class,
      Evaluate.class,
      Calibrate.class,
      Info.class,
      Convert.class,
      Average.class,
      Train.class,
      Synthesize.class,
      Ablate.class,
      Attend.class,
      Benchmark.class,
    },
    mixinStandardHelpOptions = true,
    versionProvider = Shell.Versions.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Shell implements Runnable {
  /** Ends the help of an option that has a default. */
  static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  @Spec private CommandSpec spec;

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    var out = new PrintWriter(System.out, true, Charset.defaultCharset());
    var err = new PrintWriter(System.err, true, Charset.defaultCharset());
    System.exit(run(out, err, args));
  }

  /** Runs one command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    var shell = new CommandLine(new Shell());
    // What the command was called at first: scripts that say so go on working.
    var earlier = new CommandLine(new Synthesize());
    earlier.getCommandSpec().usageMessage().hidden(true);
    return shell
        .addSubcommand("synthesise", earlier)
        .setOut(out)
        .setErr(err)
        .registerConverter(CopySearch.class, named(CopySearch::of))
        .registerConverter(PanelSearch.class, named(PanelSearch::of))
        .registerConverter(LocalizationMode.class, named(LocalizationMode::of))
        .registerConverter(DeviceChoice.class, named(DeviceChoice::of))
        .registerConverter(PrecisionChoice.class, named(PrecisionChoice::of))
        .registerConverter(Basis.class, named(Basis::of))
        .registerConverter(Measurement.class, named(Measurement::of))
        .registerConverter(TrainingPreset.class, named(TrainingPreset::of))
        .setParameterExceptionHandler(Shell::wrongUsage)
        .setExecutionExceptionHandler(Shell::failure)
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say which command is to be run.");
  }

  /** Whatever picks a value by its name already says in a sentence which ones there are. */
  private static <T> ITypeConverter<T> named(Function<String, T> choice) {
    return name -> {
      try {
        return choice.apply(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  /**
   * Makes a value of what the user gave.
   *
   * @throws ParameterException if that is refused as an illegal argument
   */
  static <T> T valid(CommandLine command, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, e.getMessage(), e);
    }
  }

  /** Prints results and warnings; the exit code says whether every file could be used. */
  static int report(CommandLine command, ResultText text) {
    text.results().forEach(command.getOut()::println);
    text.warnings().forEach(command.getErr()::println);
    return text.complete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static int wrongUsage(ParameterException e, String[] args) {
    var command = e.getCommandLine();
    command.getErr().println(e.getMessage());
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  /** Exceptions that say in a sentence what to do are for users, all others for developers. */
  private static int failure(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    if (e instanceof IOException || e instanceof IllegalArgumentException) {
      command.getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
    throw e;
  }

  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.NAME + " " + Version.current()};
    }
  }
}
