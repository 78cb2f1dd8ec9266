/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import sc.fiji.sparsevit.EvidenceSearch;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.benchmark.Measurement;
import sc.fiji.sparsevit.diagnosis.Diagnosis;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.evaluation.ResultText;
import sc.fiji.sparsevit.gpucheck.CheckKind;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.inference.DeviceChoice;
import sc.fiji.sparsevit.inference.Devices;
import sc.fiji.sparsevit.inference.PrecisionChoice;
import sc.fiji.sparsevit.io.FailureText;
import sc.fiji.sparsevit.training.TrainingPreset;

/**
 * The command line. Results go to standard output; progress, warnings and errors go to standard
 * error. The exit code is 0 when all is done, 1 when something failed, 2 for wrong usage.
 */
@Command(
    name = "sparsevit",
    description = "Shows where images were manipulated: regions for review, not verdicts.",
    mixinStandardHelpOptions = true,
    versionProvider = Shell.Versions.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Shell implements Runnable {
  /** Ends the help of an option that has a default. */
  static final String DEFAULT = " Default: ${DEFAULT-VALUE}.";

  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          Localize.class,
          Batch.class,
          ArchiveShell.class,
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
          Diagnose.class,
          CheckGpu.class);

  /** Commands whose user waits for the first image: PyTorch is loaded while arguments are read. */
  private static final Set<String> WAITED_FOR = Set.of("localize", "batch");

  @Spec private CommandSpec spec;

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    main(new Shell(), args);
  }

  /** The same for a command that is started by itself. */
  public static void main(Object command, String[] args) {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    var out = new PrintWriter(System.out, true, consoleCharset("stdout.encoding"));
    var err = new PrintWriter(System.err, true, consoleCharset("stderr.encoding"));
    int code = run(command, out, err, args);
    if (out.checkError()) {
      err.println("The results could not be printed: the disk is full or the pipe was closed.");
      code = Math.max(code, CommandLine.ExitCode.SOFTWARE);
    }
    System.exit(code);
  }

  /** From Java 18 on the console's encoding need not be the default one. */
  private static Charset consoleCharset(String property) {
    var name = System.getProperty(property);
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  /** Runs one command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(new Shell(), out, err, args);
  }

  private static int run(Object command, PrintWriter out, PrintWriter err, String... args) {
    try {
      return execute(command, out, err, args);
    } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
      err.println(FailureText.sentence(e));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static int execute(Object command, PrintWriter out, PrintWriter err, String... args) {
    if (command instanceof Shell && args.length > 0 && WAITED_FOR.contains(args[0])) {
      Devices.loadEarly();
    }
    return line(command, args)
        .setOut(out)
        .setErr(err)
        .registerConverter(EvidenceSearch.class, named(name -> EvidenceSearch.of("it", name)))
        .registerConverter(PanelSearch.class, named(PanelSearch::of))
        .registerConverter(Path.class, Shell::path)
        .registerConverter(Double.class, number(Double::valueOf, "number"))
        .registerConverter(double.class, number(Double::valueOf, "number"))
        .registerConverter(Integer.class, number(Integer::valueOf, "whole number"))
        .registerConverter(int.class, number(Integer::valueOf, "whole number"))
        .registerConverter(LocalizationMode.class, named(LocalizationMode::of))
        .registerConverter(DeviceChoice.class, named(DeviceChoice::of))
        .registerConverter(PrecisionChoice.class, named(PrecisionChoice::of))
        .registerConverter(ForgedMark.class, named(ForgedMark::new))
        .registerConverter(Basis.class, named(Basis::of))
        .registerConverter(CheckKind.class, named(CheckKind::of))
        .registerConverter(Measurement.class, named(Measurement::of))
        .registerConverter(TrainingPreset.class, named(TrainingPreset::of))
        .setParameterExceptionHandler(Shell::wrongUsage)
        .setExecutionExceptionHandler(Shell::failure)
        .execute(args);
  }

  /**
   * What understands arguments. Where they name a command of the shell, the others are left out:
   * making them takes longer than starting Java.
   */
  public static CommandLine line(Object command, String... args) {
    var line = new CommandLine(command);
    if (!(command instanceof Shell)) {
      return line;
    }
    var named = COMMANDS.stream().filter(type -> args.length > 0 && name(type).equals(args[0]));
    named.findFirst().map(List::<Class<?>>of).orElse(COMMANDS).forEach(line::addSubcommand);
    if (line.getSubcommands().size() > 1) {
      // What the command was called at first: scripts that say so go on working.
      var earlier = new CommandLine(new Synthesize());
      earlier.getCommandSpec().usageMessage().hidden(true);
      line.addSubcommand("synthesise", earlier);
    }
    return line;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        spec.subcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(command -> !command.usageMessage().hidden())
            .map(CommandSpec::name)
            .collect(Collectors.joining(", ", "Missing command. Choose one of: ", "")));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(FailureText.sentence(e));
    }
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
      throw new ParameterException(command, asTyped(command, e.getMessage()), e);
    }
  }

  /** A sentence that begins with an option as macros name it begins with what was typed. */
  private static String asTyped(CommandLine command, String sentence) {
    var words = sentence.split(" ", 2);
    var option = "--" + words[0].replace('_', '-');
    return words.length > 1 && command.getCommandSpec().findOption(option) != null
        ? option + " " + words[1]
        : sentence;
  }

  private static <N extends Number> ITypeConverter<N> number(
      Function<String, N> reading, String kind) {
    return text -> {
      try {
        return reading.apply(text);
      } catch (NumberFormatException e) {
        var remedy =
            text.matches("[-+]?\\d*,\\d+") ? " (write " + text.replace(',', '.') + ")" : "";
        throw new TypeConversionException("not a " + kind + ": " + text + remedy);
      }
    };
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
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failure(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof CancellationException) {
      command.getErr().println("Canceled.");
    } else {
      command.getErr().println(FailureText.sentence(e));
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      return Diagnosis.versions().toArray(String[]::new);
    }
  }
}
