/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;

class MeasuringCommandTest {
  @TempDir private Path folder;
  private Path authentic;

  @BeforeEach
  void photograph() throws IOException {
    authentic = Files.createDirectories(folder.resolve("set/Au"));
    new FileSaver(TestImages.authentic()).saveAsPng(authentic.resolve("a.png").toString());
  }

  @Test
  void aMacroEvaluates() throws Exception {
    var options =
        "data=[%s] output=[%s] mode=paper".formatted(folder.resolve("set"), folder.resolve("out"));

    assertThat(MenuItem.run(EvaluateCommand.class, null, options)).isNull();

    assertThat(folder.resolve("out/metrics.json"))
        .content()
        .contains("\"images_authentic\": 1", "\"mode\": \"paper\"");
  }

  @Test
  void theCommandEvaluatesWithoutADisplay() throws Exception {
    try (var context = new Context(CommandService.class)) {
      context
          .service(CommandService.class)
          .run(
              EvaluateCommand.class,
              true,
              "data",
              folder.resolve("set").toString(),
              "output",
              folder.resolve("out").toString())
          .get();
    }

    assertThat(folder.resolve("out/report.html")).exists();
  }

  @Test
  void aMacroCalibratesForAnotherMacro() throws Exception {
    var image = authentic.resolve("a.png");
    var macro =
        Files.writeString(
            folder.resolve("test.ijm"),
            """
            run("SparseViT Calibrate", "authentic=[%s] name=[My gels] rate=0.5 min_area=7");
            open("%s");
            run("SparseViT Manipulation Localization", "profile=[My gels] output=[%s]");
            """
                .formatted(authentic, image, folder.resolve("out")));

    var outcome = OtherJvm.in(folder).run(HeadlessMacro.class, macro.toString(), "");

    assertThat(outcome.output()).contains("Profile My gels: threshold 0.");
    assertThat(
            CalibrationProfile.read(folder.resolve(".sparsevit/profiles/My gels.json")).minArea())
        .isEqualTo(7);
    assertThat(folder.resolve("out/a.json")).content().contains("\"name\": \"My gels\"");
  }

  @Test
  void whatGoesWrongIsSaidInASentence() throws Exception {
    assertThat(MenuItem.run(EvaluateCommand.class, null, "mode=paper"))
        .startsWith("data must be the");
    assertThat(MenuItem.run(CalibrateCommand.class, null, "name=x authentic=nowhere"))
        .contains("nowhere");
  }
}
