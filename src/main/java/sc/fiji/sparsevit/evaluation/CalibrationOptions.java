/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import java.nio.file.Path;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.help.Choices;

/**
 * What a threshold is calibrated on, and for what.
 *
 * @param name of the profile: letters, digits, blanks and .-_ only
 * @param authentic folder of untouched images; folders in it count
 * @param rate the share to be flagged, above 0 and below 1
 * @param basis what the rate is a share of
 * @param localization mode and minimum area to calibrate for; its threshold does not matter
 */
public record CalibrationOptions(
    String name, Path authentic, double rate, Basis basis, LocalizationOptions localization) {

  /** The rate where none is given. */
  public static final double DEFAULT_RATE = 0.01;

  public CalibrationOptions {
    CalibrationProfiles.checkName(name);
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "rate must be above 0 and below 1, such as 0.01, not " + rate);
    }
  }

  /** What the rate is a share of. */
  public enum Basis {
    /** Images in which a region appears. */
    IMAGES,
    /** Pixels above the threshold, of all images together. */
    PIXELS;

    /**
     * @throws IllegalArgumentException naming the value and the choices
     */
    public static Basis of(String name) {
      return Choices.of(Basis.class, "of", name);
    }

    @Override
    public String toString() {
      return Choices.name(this);
    }
  }
}
