/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.checkpoint.ModelCatalog;
import sc.fiji.sparsevit.network.Head;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.training.TestSet;

class TrainTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void modelTrainedOnPhotographsAndADataSetCanBeOpened() throws Exception {
    var data = TestSet.write(folder.resolve("data"), 2, 2, 90);
    var run = folder.resolve("run");
    int code =
        train(run, "--photos", photos(), "--data", data.toString(), "--validate", data.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("best.safetensors");
    assertThat(err.toString()).contains("354 of 354").contains("validation after 2 steps");
    assertThat(err.toString().contains("No GPU is used"))
        .isEqualTo(Engine.getInstance().getGpuCount() == 0);
    assertThat(ModelCatalog.open(run.resolve("best.safetensors").toString()).config())
        .isEqualTo(SparseVitConfig.lite().withMatching());
    assertThat(Files.readAllLines(run.resolve("log.csv"))).hasSize(3);
    assertThat(ImageIO.read(run.resolve("training_plot.png").toFile()).getWidth())
        .isGreaterThan(400);

    assertThat(train(run, "--photos", photos(), "--validate", data.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("already contains a run");
  }

  @Test
  void weightsForTheEnlargedImageAreTrainedAndStoredWithAModel() throws Exception {
    var data = TestSet.write(folder.resolve("data"), 2, 2, 90).toString();
    var run = folder.resolve("run");
    var model = folder.resolve("model.safetensors");
    int code = train(run, "--photos", photos(), "--validate", data, "--enlarged");
    assertThat(code).as(err.toString()).isZero();
    var trained = run.resolve("latest.safetensors");

    var converted = Terminal.run("convert", trained, model, "--enlarged", trained);

    assertThat(converted.exitCode()).as(converted.err()).isZero();
    var opened = ModelCatalog.open(model.toString());
    assertThat(opened.enlarged()).contains(opened.weights());
    assertThat(train(folder, "--photos", photos(), "--preset", "paper", "--enlarged")).isEqualTo(2);
    assertThat(err.toString()).contains("the preset paper shows images squashed");
  }

  @Test
  void ablationLearnsFromWhatFitsAndGoesOnWhereItStopped() throws Exception {
    var data = TestSet.write(folder.resolve("data"), 2, 1, 90).toString();
    var run = folder.resolve("run");
    var options =
        new String[] {
          "--data", data, "--validate", data, "--config", "lite-single-scale", "--preset", "paper"
        };
    assertThat(train(run, options)).as(err.toString()).isZero();
    var resumed = new ArrayList<>(List.of(options));
    resumed.add("--resume");
    assertThat(train(run, resumed.toArray(String[]::new))).as(err.toString()).isZero();

    assertThat(err.toString()).contains("resuming after 2 steps");
    assertThat(ModelCatalog.open(run.resolve("latest.safetensors").toString()).config())
        .isEqualTo(SparseVitConfig.lite().withHead(Head.SINGLE_SCALE));
  }

  @Test
  void whatIsMissingOrDoesNotFitIsSaidInASentence() {
    assertThat(train(folder)).isEqualTo(2);
    assertThat(err.toString()).contains("nothing to train on");
    assertThat(train(folder, "--photos", photos(), "--size", "100x128")).isEqualTo(1);
    assertThat(err.toString()).contains("multiples of 128");
    assertThat(train(folder, "--photos", photos(), "--size", "big")).isEqualTo(2);
    assertThat(err.toString()).contains("HEIGHTxWIDTH");
    assertThat(train(folder, "--photos", photos(), "--config", "huge")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no configuration huge");
    assertThat(train(folder, "--photos", photos(), "--from", "gone.pth")).isEqualTo(1);
    assertThat(err.toString()).contains("gone.pth");
    assertThat(train(folder, "--photos", photos(), "--resume")).isEqualTo(1);
    assertThat(err.toString()).contains("contains no run to resume");
    assertThat(train(folder, "--photos", photos())).isEqualTo(1);
    assertThat(err.toString()).contains("nothing to validate on");
  }

  @Test
  void whatCannotBeUsedIsPassedOverAndNamedOnce() throws IOException {
    var photographs = Files.createDirectories(folder.resolve("photographs"));
    for (var name : List.of("coffee.jpg", "rocket.jpg")) {
      Files.copy(Path.of(photos()).resolve(name), photographs.resolve(name));
    }
    var blank = new FloatProcessor(200, 200);
    blank.set(Double.NaN);
    IJ.save(new ImagePlus("blank", blank), photographs.resolve("blank.tif").toString());
    Files.write(photographs.resolve("empty.png"), new byte[0]);
    var data = TestSet.write(folder.resolve("data"), 2, 1, 90);
    Files.writeString(data.resolve("Tp/image1.png"), "no picture");
    Files.writeString(data.resolve("Au/image0.png"), "no picture");
    Files.copy(data.resolve("Tp/image0.png"), data.resolve("Tp/without mask.png"));

    int code =
        train(
            folder.resolve("run"),
            "--photos",
            photographs.toString(),
            "--validate",
            data.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(err.toString().lines().filter(line -> line.startsWith("Passed over: ")))
        .anyMatch(line -> line.contains("blank.tif") && line.contains("no finite pixel value"))
        .anyMatch(line -> line.contains("empty.png") && line.contains("is empty"))
        .anyMatch(line -> line.contains("image1.png"))
        .anyMatch(line -> line.contains("Au") && line.contains("image0.png"))
        .anyMatch(line -> line.contains("without mask.png"))
        .doesNotHaveDuplicates();
  }

  @Test
  void photographsOfWhichAllAreHeldOutAreTooFew() throws IOException {
    var photographs = Files.createDirectories(folder.resolve("photographs"));
    // Of the names a0.jpg to a99.jpg, those whose checksum is a multiple of twenty.
    for (int i = 0; i < 100; i++) {
      var name = "a" + i + ".jpg";
      var sum = new CRC32();
      sum.update(name.getBytes(StandardCharsets.UTF_8));
      if (sum.getValue() % 20 == 0) {
        Files.copy(Path.of(photos()).resolve("coffee.jpg"), photographs.resolve(name));
      }
    }

    assertThat(train(folder.resolve("run"), "--photos", photographs.toString())).isEqualTo(1);

    assertThat(err.toString()).contains("All photographs", "held out", "specify more photographs");
  }

  @Test
  void aSetOfDrawnFiguresDoesNotHangOnThePhotographs() throws IOException {
    var other = Files.createDirectories(folder.resolve("other"));
    ImageIO.write(new BufferedImage(200, 200, 5), "png", other.resolve("black.png").toFile());
    assertThat(figures(photos(), "1", "drawn").exitCode()).isZero();
    assertThat(figures(other.toString(), "1", "drawn too").exitCode()).isZero();
    assertThat(figures(photos(), "0", "photographs").exitCode()).isZero();

    assertThat(digests("drawn")).isEqualTo(digests("drawn too"));
    assertThat(digests("drawn")).isNotEqualTo(digests("photographs"));

    var refused = figures(photos(), "2", "refused");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).contains("between 0 and 1, not 2.0");
  }

  private Terminal figures(String photographs, String share, String set) {
    return Terminal.run(
        "synthesize",
        "--photos",
        photographs,
        "--figures",
        share,
        "--count",
        12,
        "--size",
        "96x128",
        "--output",
        folder.resolve(set));
  }

  private List<String> digests(String set) throws IOException {
    try (var files = Files.walk(folder.resolve(set))) {
      var pictures = files.filter(file -> file.toString().matches(".*(Tp|Au|Gt)/.*")).sorted();
      var digests = new ArrayList<String>();
      for (var picture : pictures.toList()) {
        digests.add(picture.getFileName() + DigestUtils.sha256Hex(Files.readAllBytes(picture)));
      }
      return digests;
    }
  }

  @Test
  void synthesizedSetIsADataSet() throws IOException {
    var set = folder.resolve("set");
    int code =
        run(
            "synthesize",
            "--photos",
            photos(),
            "--count",
            "6",
            "--size",
            "96x128",
            "--output",
            set.toString());

    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString()).contains("6 pictures");
    assertThat(set.resolve("contact-sheet.png")).isRegularFile();
    assertThat(set.resolve("Tp").toFile().list()).isEqualTo(set.resolve("Gt").toFile().list());
  }

  private int train(Path output, String... options) {
    var args =
        new ArrayList<>(
            List.of("train", "--output", output.toString(), "--steps", "2", "--batch", "2"));
    if (!List.of(options).contains("--size")) {
      args.addAll(List.of("--size", "128x128"));
    }
    args.addAll(List.of(options));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    return Shell.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  /** Four photographs, too few to hold one out. */
  private static String photos() {
    return Path.of("src/test/resources/sc/fiji/sparsevit/training/photos").toString();
  }
}
