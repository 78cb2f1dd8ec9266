/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ImageStatistics;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.Version;

class DiagnosisTest {

  @Test
  void itNamesVersionsAndMachineAndTheSelfTestFindsTheForgedPart() {
    var diagnosis = Diagnosis.run();

    assertThat(diagnosis.text())
        .contains(
            Version.current(),
            "commit: ",
            "model: lite, SHA-256 ",
            "system: " + System.getProperty("os.name"),
            "Java: " + System.getProperty("java.runtime.version"),
            "PyTorch: 2.7.1, CUDA devices: ",
            "self-test: passed",
            "arithmetic: passed")
        .doesNotContain("nowhere");
    assertThat(diagnosis.passed()).isTrue();
  }

  @Test
  void itHoldsNoPathOfTheUsers() {
    assertThat(Diagnosis.run().text())
        .doesNotContain(System.getProperty("user.home"))
        .doesNotContain(System.getProperty("user.dir"));
  }

  @Test
  void theSampleIsForgedWhereItSays() throws IOException {
    var mask =
        new ij.ImagePlus(
            "mask", ImageIO.read(new File("sample-images/copy-move-micrograph-16bit_mask.png")));
    mask.setRoi(SampleImage.FORGED);

    var inside = ImageStatistics.getStatistics(mask.getProcessor());
    mask.deleteRoi();
    var whole = ImageStatistics.getStatistics(mask.getProcessor());

    assertThat(inside.mean * inside.pixelCount)
        .isPositive()
        .isCloseTo(whole.mean * whole.pixelCount, org.assertj.core.data.Offset.offset(1e-6));
    assertThat(SampleImage.open().getBitDepth()).isEqualTo(16);
  }
}
