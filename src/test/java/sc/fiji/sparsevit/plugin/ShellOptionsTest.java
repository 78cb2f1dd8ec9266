/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.sparsevit.cli.Shell;

/** Holds the shell's options to the commands' parameters. */
class ShellOptionsTest {

  private static final Map<String, Class<? extends Command>> COMMANDS =
      Map.of(
          "localize", LocalizeCommand.class,
          "batch", ScreenFolderCommand.class,
          "evaluate", EvaluateCommand.class,
          "calibrate", CalibrateCommand.class,
          "train", TrainCommand.class);

  /** A choice of two in dialogs, where a check box would mean different things in macros. */
  private static final Set<String> FLAGS = Set.of("stack", "robustness", "run");

  /**
   * Where defaults differ, and say so: steps follow the preset; ImageJ shows what was found, while
   * the shell has to write it somewhere.
   */
  private static final Set<String> OWN_DEFAULT = Set.of("steps", "output");

  static Stream<Arguments> parameters() {
    return COMMANDS.keySet().stream()
        .sorted()
        .flatMap(name -> of(name).stream().map(parameter -> Arguments.of(name, parameter)));
  }

  private static List<CommandParameter> of(String subcommand) {
    try {
      return CommandParameter.of(new CommandModule(new CommandInfo(COMMANDS.get(subcommand))));
    } catch (ModuleException e) {
      throw new AssertionError(e);
    }
  }

  private static OptionSpec option(String subcommand, String parameter) {
    var name = parameter.equals("run") ? "resume" : parameter.replace('_', '-');
    return Shell.line(new Shell())
        .getSubcommands()
        .get(subcommand)
        .getCommandSpec()
        .findOption("--" + name);
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aParameterHasTheSameNameDefaultAndChoicesInTheShell(
      String subcommand, CommandParameter parameter) {
    var option = option(subcommand, parameter.name());

    assertThat(option).as("option for " + parameter.name()).isNotNull();
    if (FLAGS.contains(parameter.name())) {
      assertThat(option.arity().max()).isZero();
      assertThat(parameter.choices()).hasSize(2).first().isEqualTo(parameter.value());
    } else if (option.required()) {
      assertThat(parameter.value()).isEqualTo("");
    } else if (!OWN_DEFAULT.contains(parameter.name())) {
      assertThat(text(option.initialValue())).isEqualTo(parameter.value().toString());
    }
    if (!FLAGS.contains(parameter.name()) && !parameter.choices().isEmpty()) {
      // Either door may have further choices at the end.
      var choices = String.join("|", parameter.choices());
      var label = option.paramLabel();
      assertThat(label.length() < choices.length() ? choices : label)
          .startsWith(label.length() < choices.length() ? label : choices);
    }
  }

  private static String text(Object initial) {
    return initial == null || initial.equals(List.of()) ? "" : initial.toString();
  }

  /** Each may add what is so behind its own door only. */
  @ParameterizedTest
  @MethodSource("parameters")
  void aParameterMeansTheSameInTheShellInTheSameWords(
      String subcommand, CommandParameter parameter) {
    if (parameter.name().equals("stack")) {
      return; // of a file, no slice is the current one
    }
    var shell = firstWords(option(subcommand, parameter.name()).description()[0]);
    var dialog = firstWords(parameter.item().getDescription());

    assertThat(dialog).isEqualTo(shell);
  }

  private static String firstWords(String help) {
    return help.split("(?<=[.]) (?=[A-Z])")[0];
  }

  @Test
  void aParameterOfSeveralCommandsIsTheSameInAll() {
    for (var common : of("calibrate")) {
      for (var other : COMMANDS.keySet()) {
        of(other).stream()
            .filter(parameter -> parameter.name().equals(common.name()))
            .forEach(
                parameter -> {
                  assertThat(parameter.item().getLabel()).isEqualTo(common.item().getLabel());
                  assertThat(parameter.value()).isEqualTo(common.value());
                });
      }
    }
  }
}
