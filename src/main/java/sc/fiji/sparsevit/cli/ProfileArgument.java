/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.evaluation.CalibrationProfiles;
import sc.fiji.sparsevit.help.RegionHelp;
import sc.fiji.sparsevit.io.WordList;

/** The option that takes mode, threshold and minimum area from a calibration. */
final class ProfileArgument {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--profile", paramLabel = "NAME|FILE", description = RegionHelp.PROFILE)
  private String profile = "";

  /**
   * Empty if none was given.
   *
   * @throws ParameterException if what the profile brings was given too
   * @throws IOException if there is no such profile
   */
  Optional<CalibrationProfile> read() throws IOException {
    if (profile.isEmpty()) {
      return Optional.empty();
    }
    var given = command.commandLine().getParseResult();
    var too =
        Stream.of("--mode", "--threshold", "--min-area").filter(given::hasMatchedOption).toList();
    if (!too.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          String.format(
              Locale.ROOT,
              "The profile sets %s; give either that option or --profile.",
              WordList.and(too)));
    }
    return Optional.of(CalibrationProfiles.ofUser().find(profile));
  }
}
