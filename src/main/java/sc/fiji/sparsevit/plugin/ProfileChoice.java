/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.evaluation.CalibrationProfiles;

/** The choice of one of the user's calibration profiles, or of none. */
final class ProfileChoice {

  /** No profile can have this name. */
  private static final String NONE = "(none)";

  private ProfileChoice() {}

  /**
   * @param nameOrFile empty for none
   * @throws IOException if there is no such profile
   */
  static Optional<CalibrationProfile> of(String nameOrFile) throws IOException {
    return nameOrFile.isEmpty()
        ? Optional.empty()
        : Optional.of(CalibrationProfiles.ofUser().find(nameOrFile));
  }

  /**
   * The profile's options, or those chosen without one.
   *
   * @throws IllegalArgumentException if the user has chosen something that contradicts the profile
   */
  static LocalizationOptions options(
      Optional<CalibrationProfile> profile, LocalizationOptions chosen) {
    if (profile.isEmpty()) {
      return chosen;
    }
    var brought = evidence(profile.get().localization(), chosen);
    if (chosen.equals(evidence(LocalizationOptions.defaults(), chosen)) || chosen.equals(brought)) {
      return brought;
    }
    throw new IllegalArgumentException(
        String.format(
                Locale.ROOT,
                "the profile \"%s\" sets mode %s, threshold %s and min_area %d: leave these at"
                    + " their defaults,",
                profile.get().name(),
                brought.mode(),
                brought.threshold(),
                brought.minimumArea())
            + " or choose no profile");
  }

  /** A profile says nothing of evidence other than the network's, and nothing of panels. */
  private static LocalizationOptions evidence(
      LocalizationOptions options, LocalizationOptions chosen) {
    return options.withEvidenceOf(chosen).withPanels(chosen.panels());
  }

  /** What a dialog offers. */
  static String[] shown() {
    return Stream.concat(Stream.of(NONE), names()).toArray(String[]::new);
  }

  static String shown(String value) {
    return value.isEmpty() ? NONE : value;
  }

  static String value(String shown) {
    return shown.equals(NONE) ? "" : shown;
  }

  private static Stream<String> names() {
    try {
      return CalibrationProfiles.ofUser().names().stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }
}
