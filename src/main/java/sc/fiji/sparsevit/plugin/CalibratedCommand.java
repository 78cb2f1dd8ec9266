/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.util.Optional;
import org.scijava.plugin.Parameter;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.help.RegionHelp;

/** Looks for regions, where a calibration profile may say what one is. */
abstract class CalibratedCommand extends RegionCommand {

  @Parameter(
      label = "Calibration profile",
      description = RegionHelp.PROFILE + " Leave empty to use none.",
      style = CommandDialog.PROFILE,
      required = false,
      persist = false)
  private String profile = "";

  /**
   * Empty if none is chosen.
   *
   * @throws IOException if there is no such profile
   */
  final Optional<CalibrationProfile> profile() throws IOException {
    return ProfileChoice.of(profile.strip());
  }
}
