/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;

class CalibrationProfilesTest {
  @TempDir Path home;
  private CalibrationProfiles profiles;
  private final CalibrationProfile profile =
      new CalibrationProfile(
          "Western blots",
          .83,
          new ConfidenceInterval(.8, .86),
          .01,
          "images",
          .008,
          new ConfidenceInterval(.002, .03),
          250,
          "paper",
          64,
          "lite",
          "abc",
          "2026-01-01T00:00:00Z");

  @BeforeEach
  void emptyFolder() {
    profiles = new CalibrationProfiles(home.resolve("profiles"));
  }

  @Test
  void aSavedProfileIsFoundByNameAndByFile() throws IOException {
    var file = profiles.save(profile);

    assertThat(profiles.names()).containsExactly("Western blots");
    assertThat(profiles.find("Western blots")).isEqualTo(profile);
    assertThat(profiles.find(file.toString())).isEqualTo(profile);
    assertThat(file).content().contains("\"threshold_interval\"", "\"model_sha256\": \"abc\"");
  }

  @Test
  void whereNothingCanBeSavedThatIsSaidBeforeAnythingIsMeasured() throws IOException {
    var inTheWay = Files.writeString(home.resolve("file"), "");

    assertThatThrownBy(() -> new CalibrationProfiles(inTheWay.resolve("profiles")).created())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be saved")
        .hasMessageContaining("-Duser.home");
    assertThat(profiles.created().names()).isEmpty();
  }

  @Test
  void aProfileBringsTheOptionsItWasMeasuredWith() {
    assertThat(profile.localization())
        .isEqualTo(
            LocalizationOptions.networkAlone()
                .withMode(LocalizationMode.PAPER)
                .withThreshold(.83)
                .withMinimumArea(64));
  }

  @Test
  void aProfileIsRefusedWithAnotherModel() {
    profile.requireModel("abc");
    assertThatThrownBy(() -> profile.requireModel("def"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("Western blots", "abc", "def");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() throws IOException {
    assertThatThrownBy(() -> profiles.find("gels")).hasMessageContaining("\"gels\"");
    profiles.save(profile);
    assertThatThrownBy(() -> profiles.find("gels")).hasMessageContaining("Western blots");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"name\": \"x\"}", "{\"name\": \"x\", \"model_sha256\": \"y\"}"})
  void otherFilesAreNoProfiles(String content) throws IOException {
    var file = Files.writeString(home.resolve("other.json"), content);

    assertThatThrownBy(() -> CalibrationProfile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file + " is not a calibration profile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "../x", "a/b", "a\\b", ".hidden", "a:b"})
  void namesThatAreNoFileNamesAreRefused(String name) {
    assertThatThrownBy(() -> CalibrationProfiles.checkName(name))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
