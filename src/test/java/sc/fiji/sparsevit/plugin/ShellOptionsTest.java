/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;
import picocli.CommandLine;
import sc.fiji.sparsevit.cli.Shell;

/** Holds the shell's options to the command's parameters. */
class ShellOptionsTest {

  static List<CommandParameter> parameters() throws ModuleException {
    return CommandParameter.of(new CommandModule(new CommandInfo(LocalizeCommand.class)));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void aParameterHasTheSameNameDefaultAndChoicesInTheShell(CommandParameter parameter) {
    var localize = new CommandLine(new Shell()).getSubcommands().get("localize").getCommandSpec();

    var option = localize.findOption("--" + parameter.name().replace('_', '-'));

    assertThat(option).as("option for " + parameter.name()).isNotNull();
    switch (parameter.name()) {
      // Of files, a folder has to be named, and there is no current slice.
      case "output" -> assertThat(option.required()).isTrue();
      case "stack" -> assertThat(option.arity().max()).isZero();
      default -> {
        assertThat(String.valueOf(option.initialValue())).isEqualTo(parameter.value().toString());
        if (!parameter.choices().isEmpty()) {
          assertThat(option.paramLabel()).isEqualTo(String.join("|", parameter.choices()));
        }
      }
    }
  }
}
