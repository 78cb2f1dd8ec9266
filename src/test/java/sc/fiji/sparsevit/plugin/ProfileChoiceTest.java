/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.LocalizationMode;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.report.RunRecordJson;

class ProfileChoiceTest {
  private static final LocalizationOptions BROUGHT =
      LocalizationOptions.defaults()
          .withMode(LocalizationMode.PAPER)
          .withThreshold(0.05)
          .withMinimumArea(7);

  @TempDir private Path folder;

  @Test
  void aMacroTakesTheOptionsOfAProfileAndRecordsIt() throws Exception {
    var file = folder.resolve("my gels.json");
    profile(ModelCatalog.open("lite").sha256()).write(file);
    var image = TestImages.forged();

    assertThat(MenuItem.run(image, "profile=[" + file + "] output=[" + folder + "]")).isNull();

    var options = RunRecordJson.read(folder.resolve("forged.json")).options();
    assertThat(options.mode()).isEqualTo("paper");
    assertThat(options.threshold()).isEqualTo(0.05);
    assertThat(options.minArea()).isEqualTo(7);
    assertThat(options.profile()).isEqualTo(profile("").recorded());
  }

  @Test
  void aProfileOfAnotherModelIsRefusedEvenWhereTheMapIsKnown() throws Exception {
    var file = folder.resolve("other.json");
    profile("abc").write(file);
    var image = TestImages.forged();
    assertThat(MenuItem.run(image, "mode=paper threshold=0.99")).isNull();

    assertThat(MenuItem.run(image, "profile=[" + file + "]")).contains("belongs to the model");

    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void anUnknownProfileIsNamed() throws Exception {
    assertThat(MenuItem.run(TestImages.forged(), "profile=nowhere")).contains("\"nowhere\"");
  }

  @Test
  void whatContradictsAProfileIsRefused() {
    var profile = Optional.of(profile("abc"));

    assertThat(ProfileChoice.options(profile, LocalizationOptions.defaults())).isEqualTo(BROUGHT);
    assertThat(ProfileChoice.options(profile, BROUGHT)).isEqualTo(BROUGHT);
    var alone = BROUGHT.withEvidenceOf(LocalizationOptions.networkAlone());
    assertThat(ProfileChoice.options(profile, alone)).isEqualTo(alone);
    assertThatThrownBy(() -> ProfileChoice.options(profile, BROUGHT.withThreshold(0.7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sets mode paper, threshold 0.05 and min_area 7");
  }

  private static CalibrationProfile profile(String sha256) {
    var interval = new ConfidenceInterval(.01, .2);
    return new CalibrationProfile(
        "my gels",
        BROUGHT.threshold(),
        interval,
        .01,
        "images",
        .01,
        interval,
        9,
        BROUGHT.mode().toString(),
        BROUGHT.minimumArea(),
        "lite",
        sha256,
        "");
  }
}
