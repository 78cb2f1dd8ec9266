/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.ManipulationLocalizer;
import sc.fiji.sparsevit.PanelSearch;
import sc.fiji.sparsevit.batch.InputPatterns;
import sc.fiji.sparsevit.batch.ReuseOptions;
import sc.fiji.sparsevit.batch.ScreeningOptions;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.help.ScreeningHelp;
import sc.fiji.sparsevit.io.FailureText;

/** The options of a screening, whether this process runs it or a cluster. */
public final class BatchArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = ScreeningHelp.INPUT)
  private List<String> inputs;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = ScreeningHelp.OUTPUT)
  private String output;

  @Option(names = "--include", paramLabel = "GLOB", description = ScreeningHelp.INCLUDE)
  private List<String> include = List.of();

  @Option(names = "--exclude", paramLabel = "GLOB", description = ScreeningHelp.EXCLUDE)
  private List<String> exclude = List.of();

  @Option(
      names = "--rasterize-pages",
      paramLabel = "DPI",
      description = ScreeningHelp.RASTERIZE_PAGES + Shell.DEFAULT)
  private int rasterizePages;

  @Option(
      names = "--panels",
      paramLabel = "auto|off",
      description = RegionHelp.PANELS + Shell.DEFAULT)
  private PanelSearch panels = ScreeningOptions.defaults().localization().panels();

  @Option(
      names = "--reuse",
      paramLabel = "on|off",
      description = ScreeningHelp.REUSE + Shell.DEFAULT)
  private String reuse = "on";

  @Option(names = "--archive", paramLabel = "DIR", description = ScreeningHelp.ARCHIVE)
  private Path archive;

  @Option(
      names = "--archive-images",
      paramLabel = "thumbnails|full",
      description = ScreeningHelp.ARCHIVE_IMAGES + Shell.DEFAULT)
  private String archiveImages = "thumbnails";

  @Mixin private LocalizationArguments localization;

  @Mixin private ProfileArgument profile;

  /** As they were given: paths, or addresses of another file system. */
  public List<String> inputs() {
    return inputs;
  }

  /** As it was given. */
  public String output() {
    return output;
  }

  /**
   * @throws ParameterException if it is not a path
   */
  public Path outputFolder() {
    try {
      return Path.of(output);
    } catch (InvalidPathException e) {
      throw new ParameterException(command.commandLine(), FailureText.sentence(e), e);
    }
  }

  /**
   * @throws ParameterException naming the pattern that is wrong
   */
  public InputPatterns patterns() {
    return valid(() -> new InputPatterns(include, exclude));
  }

  /**
   * The options for every picture.
   *
   * @throws ParameterException naming the value that is wrong
   */
  public ScreeningOptions options(Optional<CalibrationProfile> calibrated) {
    return valid(
        () ->
            new ScreeningOptions(
                calibrated
                    .map(localization::of)
                    .orElseGet(localization::options)
                    .withPanels(panels),
                localization.compute(),
                rasterizePages,
                calibrated.map(CalibrationProfile::recorded).orElse(null),
                ReuseOptions.of(
                    reuse, archive == null ? null : archive.toString(), archiveImages)));
  }

  /**
   * Empty if none was given.
   *
   * @throws ParameterException if what the profile brings was given too
   * @throws IOException if there is no such profile
   */
  public Optional<CalibrationProfile> profile() throws IOException {
    return profile.read();
  }

  /** Name or file. */
  public String model() {
    return localization.model();
  }

  /** Warnings go to standard error. */
  ManipulationLocalizer open() throws IOException {
    return localization.open();
  }

  private <T> T valid(Supplier<T> value) {
    return Shell.valid(command.commandLine(), value);
  }
}
