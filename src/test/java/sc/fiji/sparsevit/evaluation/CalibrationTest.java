/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.evaluation.CalibrationOptions.Basis;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.progress.ProgressListener;

class CalibrationTest {
  @TempDir Path folder;

  @Test
  void theProfileHoldsTheThresholdAndWhatItCosts() throws IOException {
    var pictures = new PaintedDataset(folder);
    for (int i = 0; i < 20; i++) {
      pictures.paint("set/" + i + ".png", new Rectangle(0, 0, 8, 8), new Color(100 + i, 0, 0));
    }
    Files.writeString(folder.resolve("set/broken.png"), "no picture");

    var calibration = calibrate(0.1);

    assertThat(calibration.problems()).hasSize(1);
    assertThat(calibration.notes()).isEmpty();
    var profile = calibration.profile();
    assertThat(profile.threshold()).isEqualTo(117 / 255f);
    assertThat(profile.measuredRate()).isEqualTo(.1);
    assertThat(profile.measuredInterval().high()).isGreaterThan(.1);
    assertThat(profile.images()).isEqualTo(20);
    assertThat(profile.modelSha256()).isEqualTo("abc");
    assertThat(profile.localization())
        .isEqualTo(LocalizationOptions.networkAlone().withThreshold(117 / 255f));
  }

  @Test
  void aFolderWithoutAUsablePictureIsRefused() throws IOException {
    Files.createDirectories(folder.resolve("set"));
    assertThatThrownBy(() -> calibrate(0.1)).hasMessageContaining("no images");
    Files.writeString(folder.resolve("set/broken.png"), "no picture");
    assertThatThrownBy(() -> calibrate(0.1)).hasMessageContaining("can be used");
  }

  @Test
  void ratesThatAreNoSharesAreRefused() {
    assertThatThrownBy(() -> calibrate(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> calibrate(1)).hasMessageContaining("such as 0.01");
  }

  @Test
  void tooFewImagesForTheRateAreSaidToBe() throws IOException {
    new PaintedDataset(folder).paint("set/a.png", new Rectangle(0, 0, 8, 8), Color.RED);

    assertThat(calibrate(0.03).notes()).singleElement().asString().contains("1 images", "34");
  }

  private Calibration calibrate(double rate) throws IOException {
    var options =
        new CalibrationOptions(
            "test", folder.resolve("set"), rate, Basis.IMAGES, LocalizationOptions.defaults());
    var run =
        new EvaluationRun(
            options.authentic(),
            RednessModel.IDENTITY,
            "none",
            LocalizationOptions.defaults(),
            ForgedMark.BRIGHT);
    return Calibration.run(options, run, new RednessModel(), ProgressListener.NONE);
  }
}
