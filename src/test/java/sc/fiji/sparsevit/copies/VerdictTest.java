/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  /** As measured on copies placed far away in photographs, and one figure made worse. */
  @ParameterizedTest
  @CsvSource({
    "14, 0.863, 0.42, 28807, true",
    "34, 0.914, 0.48, 35032, true",
    "8, 0.980, 0.80, 4115, true",
    "8, 0.980, 0.45, 4115, false",
    "11, 0.863, 0.42, 28807, false",
    "34, 0.840, 0.48, 35032, false",
    "34, 0.914, 0.25, 35032, false",
    "34, 0.914, 0.33, 3200, false"
  })
  void ofAFaintPartOneFigureMayBeWeakWhereTheOthersAreStrong(
      int matched, double middle, double grain, int pixels, boolean copy) {
    var faint =
        new Evidence(
            30_000,
            0.9,
            grain,
            middle,
            0.95,
            0,
            0.86,
            1,
            1,
            0.2,
            0.95,
            0,
            new Grain(grain, 0.79, pixels),
            new Tones(0.3, 0.41),
            matched);

    assertThat(Verdict.score(checked(faint)) >= Verdict.THRESHOLD).isEqualTo(copy);
  }

  /** The calm parts of a drawn color field have steps in other places; a copy has the same. */
  @ParameterizedTest
  @CsvSource({"-0.57, false", "0, false", "0.18, true"})
  void weakGrainOfACopyIsAtLeastNotAnotherOne(double grain, boolean copy) {
    var field =
        new Evidence(
            12_000,
            0.98,
            0.95,
            0.981,
            0.985,
            0.982,
            0.977,
            0.1,
            0.04,
            0.2,
            6,
            0.59,
            new Grain(grain, 0.51, 3_400),
            new Tones(0.11, 0.21),
            17);

    assertThat(Verdict.score(checked(field)) >= Verdict.THRESHOLD).isEqualTo(copy);
  }

  /** The parts of a fence fit, but where they have structure they would have keypoints. */
  @Test
  void aLargePartWithStructureOfWhichFewPlacesAgreeIsNoCopy() {
    assertThat(Verdict.score(checked(fence(4)))).isLessThan(Verdict.THRESHOLD);
    assertThat(Verdict.score(checked(fence(40)))).isGreaterThan(Verdict.THRESHOLD);
  }

  private static Evidence fence(int matched) {
    return new Evidence(
        12_200,
        0.99,
        0.9,
        0.989,
        0.996,
        0.986,
        0.99,
        0.083,
        0.046,
        0.3,
        11,
        0.89,
        new Grain(0.51, 1.96, 2_400),
        new Tones(0.2, 0.3),
        matched);
  }

  /**
   * As measured on a scaled copy in a photograph; built things repeat upright and in one size. What
   * fits closely may drift more.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 1.32, 0.984, 0.04, true",
    "31, 1, 0.984, 0.04, true",
    "3, 1.03, 0.984, 0.04, false",
    "178, 1, 0.984, 0.04, true",
    "31, 1, 0.973, 0.14, false",
    "31, 1, 0.973, 0.04, true",
    "31, 1, 0.960, 0.04, false",
    "31, 1, 0.981, 0.19, false",
    "31, 1, 0.987, 0.19, true",
    "31, 1, 0.995, 0.22, false"
  })
  void whatASingleMatchLedToHasToBeTurnedOrScaledAndToFitClosely(
      double degrees, double scale, double middle, double drift, boolean copy) {
    var evidence =
        new Evidence(
            795,
            0.98,
            0.837,
            middle,
            0.98,
            0.98,
            0.97,
            drift,
            0.01,
            0.3,
            6.2,
            1,
            new Grain(0.68, 5.4, 100),
            new Tones(0.2, 0.29),
            15);
    double turn = Math.toRadians(degrees);
    var to = new Similarity(scale * Math.cos(turn), scale * Math.sin(turn), false, 200, 0);

    assertThat(Verdict.scoreGuided(checked(evidence, to)) >= Verdict.THRESHOLD).isEqualTo(copy);
  }

  /** As measured on two photographs of one thing, and on copies turned and scaled a little. */
  @ParameterizedTest
  @CsvSource({
    "1, false, 1.02, 0.093, 0.059, 3.64, false",
    "1, false, 1.02, 0.130, 0.048, 1.48, false",
    "1, false, 1.02, 0.037, 0.021, 0.35, true",
    "1, false, 1.02, 0.102, 0.013, 0.88, true",
    "1, false, 1.02, 0.031, 0.056, 1.35, true",
    "91, false, 1.02, 0.093, 0.059, 3.64, false",
    "31, false, 1.02, 0.093, 0.059, 3.64, true",
    "1, false, 1.32, 0.093, 0.059, 3.64, true",
    "1, true, 1.02, 0.093, 0.059, 3.64, true",
    "0, false, 1, 0.093, 0.059, 3.64, true"
  })
  void whatIsNearlyUprightAndOfOneSizeButOffTheGridHasToAgreeInDriftLightAndShade(
      double degrees,
      boolean mirrored,
      double scale,
      double drift,
      double light,
      double shade,
      boolean copy) {
    var evidence =
        new Evidence(
            20_000,
            0.99,
            0.86,
            0.985,
            0.99,
            0.95,
            0.98,
            drift,
            light,
            shade,
            9.7,
            0.9,
            new Grain(0.7, 4, 2_000),
            new Tones(0.2, 0.29),
            100);
    var to = DotPictures.taking(0, 0, 200, 30, degrees, mirrored, scale);

    assertThat(Verdict.score(checked(evidence, to))).isGreaterThan(Verdict.THRESHOLD);
    assertThat(Verdict.scoreWithin(checked(evidence, to)) >= Verdict.THRESHOLD).isEqualTo(copy);
  }

  private static PixelCheck.Checked checked(Evidence evidence) {
    return checked(evidence, new Similarity(1, 0, false, 200, 0));
  }

  private static PixelCheck.Checked checked(Evidence evidence, Similarity to) {
    var mask = new boolean[150 * 100];
    Arrays.fill(mask, true);
    var part = CopyPart.of(new Rectangle(150, 100), mask);
    return new PixelCheck.Checked(part, part, to, evidence, 0, List.of());
  }
}
