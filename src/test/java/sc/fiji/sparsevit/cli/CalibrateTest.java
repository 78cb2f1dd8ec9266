/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.evaluation.CalibrationProfile;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.plugin.OtherJvm;
import sc.fiji.sparsevit.report.RunRecordJson;

class CalibrateTest {
  @TempDir private Path folder;
  private Path images;

  @BeforeEach
  void photograph() throws IOException {
    new PhotographSet(folder).authentic("a.png").authentic("b.png");
    images = folder.resolve("Au");
  }

  @Test
  void aProfileIsFoundByItsNameAndStandsInTheRunRecord() throws Exception {
    var home = OtherJvm.in(folder);
    var made =
        home.run(
            Shell.class,
            "calibrate",
            "--authentic=" + images,
            "--name=My gels",
            "--rate=0.5",
            "--of=pixels",
            "--mode=paper",
            "--min-area=7");
    assertThat(made.exitCode()).as(made.output()).isZero();
    assertThat(made.output())
        .contains("Profile My gels: threshold 0.", "Saved as: " + folder)
        .contains("that of the network alone", "stems from few images (2)");

    var used =
        home.run(
            Shell.class,
            "localize",
            images.resolve("a.png").toString(),
            "--output=" + folder.resolve("out"),
            "--profile=My gels");

    assertThat(used.exitCode()).as(used.output()).isZero();
    var profile = CalibrationProfile.read(folder.resolve(".sparsevit/profiles/My gels.json"));
    var options = RunRecordJson.read(folder.resolve("out/a.json")).options();
    assertThat(options.threshold()).isEqualTo(profile.threshold());
    assertThat(options.mode()).isEqualTo("paper");
    assertThat(options.minArea()).isEqualTo(7);
    assertThat(options.profile().name()).isEqualTo("My gels");
    assertThat(options.profile().rate()).isEqualTo(0.5);
    assertThat(options.profile().of()).isEqualTo("pixels");
    assertThat(options.profile().measuredInterval()).isEqualTo(profile.measuredInterval());
  }

  @Test
  void whatAScreeningWroteAmongTheImagesIsPassedOver() throws Exception {
    var home = OtherJvm.in(folder);
    var screened =
        home.run(
            Shell.class, "batch", "--input=" + images, "--output=" + images.resolve("screening"));
    assertThat(screened.exitCode()).as(screened.output()).isZero();

    var made =
        home.run(Shell.class, "calibrate", "--authentic=" + images, "--name=clean", "--mode=paper");

    assertThat(made.exitCode()).as(made.output()).isZero();
    assertThat(made.output())
        .contains("Passed over: ", " files that SparseViT wrote.")
        .contains("stems from few images (2)")
        .doesNotContain("is not a supported image file");
  }

  @Test
  void withoutAProfileTheRecordHasNone() throws IOException {
    var terminal = localize();

    assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    assertThat(RunRecordJson.read(folder.resolve("out/a.json")).options().profile()).isNull();
  }

  @Test
  void aProfileOfAnotherModelIsRefused() throws IOException {
    var terminal = localize("--profile", profileOfAnotherModel());

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("belongs to the model").contains("abc");
    assertThat(folder.resolve("out/a.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"--threshold,0.5", "--mode,native", "--min-area,64"})
  void whatAProfileBringsIsNotToBeGivenToo(String option, String value) throws IOException {
    var terminal = localize("--profile", profileOfAnotherModel(), option, value);

    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.err()).startsWith("The profile sets " + option + ";");
  }

  @Test
  void anUnknownProfileIsNamed() {
    var terminal = localize("--profile", "no such profile");

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err()).contains("\"no such profile\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--name=x --rate=1 | --rate must be",
        "--name=../x | a profile's name must have",
        "--name=x --threshold=0.5 | Unknown option: '--threshold=0.5'",
        "--name=x --copies=off | Unknown option: '--copies=off'",
        "--name=x --compression=off | Unknown option: '--compression=off'",
        "--name=x --seams=off | Unknown option: '--seams=off'",
        "--name=x --grain=off | Unknown option: '--grain=off'"
      })
  void whatMakesNoSenseIsWrongUsage(String options, String sentence) {
    var args = ("calibrate --authentic=none " + options).split(" ");

    var terminal = Terminal.run((Object[]) args);

    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.err()).startsWith(sentence);
  }

  @Test
  void aFolderWithoutImagesIsRefusedInASentence() throws IOException {
    var empty = Files.createDirectories(folder.resolve("empty"));

    var terminal = Terminal.run("calibrate", "--authentic", empty, "--name", "x");

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err().lines()).singleElement().asString().contains(empty.toString());
  }

  private Terminal localize(Object... options) {
    var args = new Object[options.length + 4];
    args[0] = "localize";
    args[1] = images.resolve("a.png");
    args[2] = "--output";
    args[3] = folder.resolve("out");
    System.arraycopy(options, 0, args, 4, options.length);
    return Terminal.run(args);
  }

  private Path profileOfAnotherModel() throws IOException {
    var interval = new ConfidenceInterval(.1, .2);
    var file = folder.resolve("other.json");
    new CalibrationProfile(
            "other", .8, interval, .01, "images", .01, interval, 9, "native", 64, "base", "abc", "")
        .write(file);
    return file;
  }
}
