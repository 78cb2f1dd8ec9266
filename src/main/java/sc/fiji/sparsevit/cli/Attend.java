/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.attention.AttentionFiles;
import sc.fiji.sparsevit.attention.AttentionModel;
import sc.fiji.sparsevit.help.AttentionHelp;

@Command(
    name = "attention",
    description = AttentionHelp.COMMAND,
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class Attend implements Callable<Integer> {
  private static final Pattern POINT = Pattern.compile("(\\d{1,6}),(\\d{1,6})");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IMAGE", description = "PNG, JPEG, TIFF, GIF or BMP.")
  private Path image;

  @Option(
      names = "--point",
      required = true,
      paramLabel = "X,Y",
      description = "The point whose attention to show, in pixels from the upper left corner.")
  private String point;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = AttentionHelp.OUTPUT)
  private Path output;

  @Mixin private ModelArgument model;

  @Option(
      names = "--mode",
      paramLabel = "native|paper",
      description = AttentionHelp.MODE + Shell.DEFAULT)
  private LocalizationMode mode = LocalizationOptions.defaults().mode();

  @Mixin private ComputeArguments compute;

  @Override
  public Integer call() throws IOException {
    var terminal = spec.commandLine();
    var at = POINT.matcher(point);
    if (!at.matches()) {
      throw new IllegalArgumentException(
          "point must have the form X,Y, such as 120,80, not " + point);
    }
    int x = Integer.parseInt(at.group(1));
    int y = Integer.parseInt(at.group(2));
    try (var opened =
        AttentionModel.open(
            model.nameOrFile(),
            compute.options(),
            warning -> terminal.getErr().println("Warning: " + warning))) {
      AttentionFiles.ofFile(
              opened, image, mode.requireOneLook() == LocalizationMode.PAPER, x, y, output)
          .forEach(terminal.getOut()::println);
    }
    return ExitCode.OK;
  }
}
