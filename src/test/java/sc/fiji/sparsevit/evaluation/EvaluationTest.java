/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.data.DatasetException;
import sc.fiji.sparsevit.image.ForgedMark;
import sc.fiji.sparsevit.progress.CancelAfter;
import sc.fiji.sparsevit.progress.ProgressListener;

class EvaluationTest {
  private static final Offset<Double> TOLERANCE = within(1e-6);
  private static final Rectangle LEFT = new Rectangle(0, 0, 10, 30);
  private static final Rectangle RIGHT = new Rectangle(30, 0, 10, 30);
  private static final Rectangle NOTHING = new Rectangle();
  private static final Rectangle ALL = new Rectangle(0, 0, 40, 30);

  @TempDir Path folder;
  private Path data;
  private Path output;
  private PaintedDataset pictures;
  private final RednessModel model = new RednessModel();

  @BeforeEach
  void paint() throws IOException {
    data = folder.resolve("set");
    output = folder.resolve("out");
    pictures =
        new PaintedDataset(data)
            .forged("hit.png", LEFT, LEFT)
            .forged("miss.png", LEFT, RIGHT)
            .authentic("quiet.png", NOTHING)
            .authentic("speck.png", new Rectangle(5, 5, 4, 4));
  }

  @Test
  void figuresFollowThePictures() throws IOException {
    evaluate(EvaluationOptions.of(data, output));

    var metrics = metrics();
    assertThat(metrics.get("images_forged").getAsInt()).isEqualTo(2);
    assertThat(metrics.get("images_authentic").getAsInt()).isEqualTo(2);
    assertThat(metrics.get("threshold").getAsDouble()).isEqualTo(.5);
    assertThat(metrics.get("model_sha256").getAsString()).isEqualTo("abc");
    for (var evidence : List.of("copies", "compression", "seams", "grain")) {
      assertThat(metrics.get(evidence).getAsString()).as(evidence).isEqualTo("on");
    }
    assertThat(figure("pixel_f1")).isCloseTo(.5, TOLERANCE);
    assertThat(figure("pixel_iou")).isCloseTo(.5, TOLERANCE);
    // The miss ranks a third of the authentic pixels above the forged ones, and ties with the rest.
    assertThat(figure("pixel_auc")).isCloseTo((1 + 1 / 3.) / 2, TOLERANCE);
    assertThat(figure("image_auc")).isCloseTo(.75, TOLERANCE);
    assertThat(figure("authentic_pixels_flagged")).isCloseTo(16 / 2400., TOLERANCE);
    assertThat(figure("authentic_images_flagged")).isCloseTo(.5, TOLERANCE);
    // 16 pixels are no region of at least 64.
    assertThat(figure("authentic_images_with_region")).isZero();
    // Of two images, a resample often holds one of them only.
    var interval = metrics.getAsJsonObject("intervals_95").getAsJsonArray("pixel_f1");
    assertThat(interval.get(0).getAsDouble()).isCloseTo(0, TOLERANCE);
    assertThat(interval.get(1).getAsDouble()).isCloseTo(1, TOLERANCE);
    assertThat(Files.readAllLines(output.resolve("per_image.csv"))).hasSize(5);
  }

  @Test
  void theReportStandsOnItsOwn() throws IOException {
    pictures.forged("<b>&.png", LEFT, LEFT);

    evaluate(EvaluationOptions.of(data, output).withRobustness(true));

    assertThat(output.resolve("report.html"))
        .content()
        .contains(
            "&lt;b&gt;&amp;.png",
            "SparseViT, published (paper)",
            "0.827 / 0.982 / 0.775",
            "Mesorch",
            "JPEG",
            "Worst")
        .doesNotContain("<b>", "http://", "https://", "<script", "src=\"f");
  }

  @Test
  void robustnessHasARowForEachStrength() throws IOException {
    evaluate(EvaluationOptions.of(data, output).withRobustness(true));

    var rows = metrics().getAsJsonArray("robustness");
    assertThat(rows).hasSize(1 + 3 * 6);
    assertThat(rows.get(0).getAsJsonObject().get("pixel_f1").getAsDouble())
        .isCloseTo(figure("pixel_f1"), TOLERANCE);
    assertThat(model.localized()).isEqualTo(4 + 2 * 18);
  }

  @Test
  void aStoppedRunIsResumedWithoutRepeatingAnything() throws IOException {
    var options = EvaluationOptions.of(data, output);
    assertThatThrownBy(() -> evaluate(options, new CancelAfter(3)))
        .isInstanceOf(CancellationException.class);

    evaluate(options.withResume(true));

    assertThat(model.localized()).isEqualTo(4);
    assertThat(figure("pixel_f1")).isCloseTo(.5, TOLERANCE);
  }

  @Test
  void aChangedImageIsLocalizedAgain() throws IOException {
    evaluate(EvaluationOptions.of(data, output));
    pictures.paint("Tp/miss.png", RIGHT, new Color(250, 1, 2));

    evaluate(EvaluationOptions.of(data, output).withResume(true));

    assertThat(model.localized()).isEqualTo(5);
    assertThat(figure("pixel_f1")).isCloseTo(1, TOLERANCE);
  }

  @Test
  void withAnotherThresholdItStartsAnewAndSaysSo() throws IOException {
    evaluate(EvaluationOptions.of(data, output));
    var other = LocalizationOptions.defaults().withThreshold(.9);

    var summary =
        evaluate(EvaluationOptions.of(data, output).withLocalization(other).withResume(true));

    assertThat(summary.notes()).singleElement().asString().contains("Started over", "threshold");
    assertThat(model.localized()).isEqualTo(8);
  }

  @Test
  void mapsWithAndWithoutOtherEvidenceAreNeverMixed() throws IOException {
    evaluate(EvaluationOptions.of(data, output));
    var other = LocalizationOptions.networkAlone();

    var summary =
        evaluate(EvaluationOptions.of(data, output).withLocalization(other).withResume(true));

    assertThat(summary.notes())
        .singleElement()
        .asString()
        .contains("Started over", "copies", "seams");
    assertThat(model.localized()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"1, 0x010101", "dark, 0x000000", "#FF0000, 0xFF0000"})
  void masksOfAnotherValueOrColorCountWhereItIsNamed(String value, String painted)
      throws IOException {
    var background = value.equals("dark") ? Color.WHITE : Color.GREEN;
    var forged = Color.decode(painted);
    for (var name : List.of("Gt/hit.png", "Gt/miss.png")) {
      paint(data.resolve(name), value.equals("1") ? Color.BLACK : background, forged);
    }

    var summary = evaluate(EvaluationOptions.of(data, output).withForged(new ForgedMark(value)));

    assertThat(summary.problems()).isEmpty();
    assertThat(summary.forged().orElseThrow().f1().value()).isEqualTo(1, TOLERANCE);
  }

  @Test
  void masksInColorsAreNotGuessedAt() throws IOException {
    paint(data.resolve("Gt/hit.png"), Color.BLUE, Color.YELLOW);

    var summary = evaluate(EvaluationOptions.of(data, output));

    assertThat(summary.problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.reason())
                    .contains(
                        "is a color mask", "#0000FF (75.0 %), #FFFF00 (25.0 %)", "forged value"));
  }

  @Test
  void masksThatMarkNearlyEverythingAreCalledInverted() throws IOException {
    for (var name : List.of("Gt/hit.png", "Gt/miss.png")) {
      paint(data.resolve(name), Color.WHITE, Color.BLACK);
      pictures.paint(name.replace("Gt", "Tp"), new Rectangle(0, 0, 4, 30), Color.RED);
    }

    var asTheyAre = evaluate(EvaluationOptions.of(data, output).withForged(ForgedMark.BRIGHT));
    assertThat(asTheyAre.notes()).noneMatch(note -> note.contains("inverted")); // 75 %

    for (var name : List.of("Gt/hit.png", "Gt/miss.png")) {
      paintPart(data.resolve(name), Color.WHITE, Color.BLACK, new Rectangle(0, 0, 4, 30));
    }
    var summary = evaluate(EvaluationOptions.of(data, output));
    assertThat(summary.notes())
        .anyMatch(note -> note.contains("90 %") && note.contains("inverted"));
  }

  private static void paint(Path file, Color background, Color forged) throws IOException {
    paintPart(file, background, forged, LEFT);
  }

  private static void paintPart(Path file, Color background, Color forged, Rectangle part)
      throws IOException {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setColor(background);
    graphics.fillRect(0, 0, 40, 30);
    graphics.setColor(forged);
    graphics.fill(part);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  void badInputIsNamedAndCounted() throws IOException {
    pictures
        .paint("Tp/bare.png", LEFT, Color.RED)
        .forged("black.png", LEFT, NOTHING)
        .forged("white.png", ALL, ALL)
        .paint("Tp/other_size.png", LEFT, Color.RED)
        .paint("Gt/other_size.png", 20, 30, LEFT, Color.WHITE);
    Files.writeString(data.resolve("Au/broken.png"), "no picture");

    var summary = evaluate(EvaluationOptions.of(data, output));

    assertThat(summary.problems())
        .extracting(problem -> Path.of(problem.input()).getFileName() + " " + problem.reason())
        .anyMatch(text -> text.equals("bare.png has no mask"))
        .anyMatch(
            text ->
                text.startsWith("black.png")
                    && text.contains(
                        "marks no pixels, if bright means forged; it holds 0 (100.0 %)")
                    && text.contains("forged value"))
        .anyMatch(text -> text.startsWith("white.png is entirely forged"))
        .anyMatch(text -> text.contains("40 x 30 pixels, but its mask is 20 x 30"))
        .anyMatch(text -> text.startsWith("broken.png"))
        .hasSize(5);
    assertThat(metrics().get("images_forged").getAsInt()).isEqualTo(3);
    assertThat(metrics().get("problem_count").getAsInt()).isEqualTo(5);
    assertThat(output.resolve("report.html")).content().contains("marks no pixels");
  }

  @Test
  void authenticImagesAloneGiveFalsePositivesOnly() throws IOException {
    var only = folder.resolve("only");
    new PaintedDataset(only).authentic("a.png", LEFT);

    evaluate(EvaluationOptions.of(only, output));

    assertThat(metrics().get("pixel_f1").isJsonNull()).isTrue();
    assertThat(metrics().get("image_auc").isJsonNull()).isTrue();
    assertThat(figure("authentic_pixels_flagged")).isCloseTo(.25, TOLERANCE);
    assertThat(output.resolve("report.html")).content().doesNotContain("Forged images");
  }

  @Test
  void aLimitCountsForgedAndAuthenticImagesApart() throws IOException {
    evaluate(EvaluationOptions.of(data, output).withLimit(1));

    assertThat(metrics().get("images_forged").getAsInt()).isEqualTo(1);
    assertThat(metrics().get("images_authentic").getAsInt()).isEqualTo(1);
  }

  @Test
  void anUnknownFolderLeavesNothingBehind() {
    assertThatThrownBy(() -> evaluate(EvaluationOptions.of(folder.resolve("none"), output)))
        .isInstanceOf(DatasetException.class);
    assertThat(output).doesNotExist();
  }

  private EvaluationSummary evaluate(EvaluationOptions options) throws IOException {
    return evaluate(options, ProgressListener.NONE);
  }

  private EvaluationSummary evaluate(EvaluationOptions options, ProgressListener listener)
      throws IOException {
    var run =
        new EvaluationRun(
            options.data(),
            RednessModel.IDENTITY,
            "none",
            options.localization(),
            options.forged());
    return new Evaluation(options, run, model).run(listener);
  }

  private JsonObject metrics() throws IOException {
    return JsonParser.parseString(Files.readString(output.resolve("metrics.json")))
        .getAsJsonObject();
  }

  private double figure(String name) throws IOException {
    return metrics().get(name).getAsDouble();
  }
}
