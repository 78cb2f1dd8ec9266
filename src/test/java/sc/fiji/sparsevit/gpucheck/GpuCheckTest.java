/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.gpucheck.CheckReport.DoneCheck;
import sc.fiji.sparsevit.inference.DeviceChoice;

/** On the CPU, which is compared with itself. */
class GpuCheckTest {

  @TempDir private Path folder;

  @BeforeEach
  void writePictures() throws Exception {
    var picture = new BufferedImage(160, 130, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (int i = 0; i < 160 * 130; i++) {
      picture.setRGB(i % 160, i / 160, random.nextInt(1 << 24));
    }
    var pictures = Files.createDirectories(folder.resolve("pictures"));
    ImageIO.write(picture, "png", pictures.resolve("noise.png").toFile());
    ImageIO.write(picture, "png", pictures.resolve("noise_mask.png").toFile());
    Files.writeString(pictures.resolve("README.md"), "no picture");
  }

  private CheckReport run(DeviceChoice device, Duration limit, Set<CheckKind> checks)
      throws Exception {
    var options =
        new GpuCheckOptions(
            checks, device, "lite", folder.resolve("pictures"), Optional.empty(), 1, true, limit);
    return new GpuCheck(options, folder.resolve("out"), message -> {}).run();
  }

  @Test
  void theCpuAgreesWithItself() throws Exception {
    var checks = EnumSet.of(CheckKind.MAPS, CheckKind.COPIES, CheckKind.MESSAGES);
    var report = run(DeviceChoice.CPU, Duration.ofMinutes(5), checks);

    assertThat(report.checks()).extracting(DoneCheck::verdict).containsOnly("passed");
    assertThat(report.comparison()).contains("with itself");
    assertThat(report.checks().get(0).figures())
        .containsKey("with TF32 allowed")
        .containsEntry("device in the run record", "cpu, float32");
    assertThat(report.checks().get(1).figures())
        .containsEntry("places paired alike", 1024L)
        .containsEntry("places", 1024L);
    assertThat(report.checks().get(2).figures().get("told about gpu99").toString())
        .contains("the CPU is used instead");
    var json = JsonParser.parseString(Files.readString(folder.resolve("out/gpu-check.json")));
    assertThat(json.getAsJsonObject().getAsJsonArray("checks")).hasSize(3);
    assertThat(folder.resolve("out/gpu-check.html"))
        .content()
        .contains("The same maps as on the CPU: passed", "with itself");
  }

  @Test
  void whatHasNoTimeLeftIsToldAndFailsNothing() throws Exception {
    var report = run(DeviceChoice.CPU, Duration.ZERO, EnumSet.allOf(CheckKind.class));

    assertThat(report.checks()).hasSize(5);
    assertThat(report.checks())
        .extracting(DoneCheck::sentence)
        .containsOnly("The time limit was reached before this check.");
    assertThat(report.isGood()).isTrue();
  }

  @Test
  void ofACheckThatDoesNotComeToItsEndTheFiguresAreKept() throws Exception {
    var report = run(DeviceChoice.CPU, Duration.ofSeconds(4), EnumSet.of(CheckKind.SPEED));

    assertThat(report.checks().get(0).verdict()).isEqualTo("not possible here");
    assertThat(report.checks().get(0).sentence()).contains("Last step: Measuring");
    assertThat(report.checks().get(0).figures()).containsKey("bytes of the card in use before");
  }

  @Test
  void aDeviceThatIsNotThereIsNotCheckedOnAnother() {
    var missing = DeviceChoice.of("gpu98");

    assertThatThrownBy(() -> run(missing, Duration.ofMinutes(5), EnumSet.of(CheckKind.MAPS)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("gpu98 cannot be checked: ")
        .hasMessageNotContaining("instead");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aFailureEndsNoOtherCheck() throws Exception {
    try (var files = Files.list(folder.resolve("pictures"))) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    var report =
        run(
            DeviceChoice.CPU,
            Duration.ofMinutes(5),
            EnumSet.of(CheckKind.MAPS, CheckKind.MESSAGES));

    assertThat(report.checks()).extracting(DoneCheck::verdict).containsExactly("failed", "passed");
    assertThat(report.checks().get(0).sentence()).contains("there is no image in");
    assertThat(report.isGood()).isFalse();
  }
}
