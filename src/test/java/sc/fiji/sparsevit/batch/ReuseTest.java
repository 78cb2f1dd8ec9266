/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.Json;
import sc.fiji.sparsevit.report.ReuseReport;
import sc.fiji.sparsevit.report.ScreeningFiles;
import sc.fiji.sparsevit.report.ScreeningSummary;

/** Pictures of one screening are compared with one another. */
class ReuseTest {
  @TempDir Path temporary;
  private Path inputs;
  private Path results;

  @BeforeEach
  void makeFolders() throws IOException {
    inputs = Files.createDirectory(temporary.resolve("in"));
    results = temporary.resolve("out");
  }

  private ScreeningSummary screen(ReuseOptions reuse) throws IOException {
    return screening(reuse).run(new BlankLocalizer(), ProgressListener.NONE, sentence -> {});
  }

  private Screening screening(ReuseOptions reuse) {
    return new Screening(
        List.of(inputs), InputPatterns.ALL, results, ScreeningOptions.defaults().withReuse(reuse));
  }

  private ReuseReport report() throws IOException {
    return Json.READABLE.fromJson(
        Files.readString(results.resolve("reuse.json")), ReuseReport.class);
  }

  /** {@code a.png}, a figure that holds a part of it, and a picture that has nothing to do. */
  private void makeReuse() throws IOException {
    var picture = ReuseSamples.dots(420, 340, 1);
    ReuseSamples.save(picture, inputs.resolve("a.png"));
    ReuseSamples.save(ReuseSamples.dots(420, 340, 2), inputs.resolve("b.png"));
    var part = ReuseSamples.reused(picture, 100, 60, 240, 200);
    ReuseSamples.save(
        ReuseSamples.figure(ReuseSamples.dots(260, 240, 3), part), inputs.resolve("figure.png"));
  }

  @Test
  void aPartThatWasMirroredTurnedAndInvertedIsFoundInAPanelOfAnotherFigure() throws IOException {
    makeReuse();
    assertThat(screen(ReuseOptions.ON).problems()).isEmpty();
    var report = report();
    assertThat(report.pictures()).isEqualTo(3);
    assertThat(report.pairs()).hasSize(1);
    var pair = report.pairs().get(0);
    assertThat(pair.first().name()).isEqualTo("a.png");
    assertThat(pair.second().name()).isEqualTo("figure.png, panel B");
    assertThat(pair.words())
        .startsWith("figure.png, panel B shows the same as a.png: mirrored, turned 90 degrees")
        .endsWith(", inverted");
    assertThat(pair.mirrored()).isTrue();
    assertThat(pair.inverted()).isTrue();
    assertThat(pair.scale()).isCloseTo(1, within(0.01));
    assertThat(pair.first().x()).isCloseTo(100, within(8));
    assertThat(pair.first().y()).isCloseTo(60, within(8));
    assertThat(pair.first().width()).isCloseTo(240, within(12));
    // To the right of panel A, which is 260 wide, with a margin of 20 and a gutter of 20.
    assertThat(pair.second().x()).isCloseTo(300, within(8));
    assertThat(pair.second().width()).isCloseTo(200, within(12));
    assertThat(pair.first().outline()).hasSizeGreaterThan(3);
    assertThat(Files.readAllLines(results.resolve("reuse.csv"))).hasSize(2);
    assertThat(results.resolve("summary.json")).content().contains("\"reuse_pairs\": 1,");
    assertThat(results.resolve("report.html")).content().contains("id=\"reuse-data\"");
  }

  @Test
  void theTableKeepsToItsSchema() throws IOException {
    makeReuse();
    screen(ReuseOptions.ON);
    try (var stream = ScreeningFiles.class.getResourceAsStream("reuse.schema.json")) {
      var schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      var json = Files.readString(results.resolve("reuse.json"));
      assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
      assertThat(schema.validate(json.replace("\"outline\"", "\"line\""), InputFormat.JSON))
          .isNotEmpty();
    }
  }

  @Test
  void theSameFileUnderAnotherNameIsCalledTheSameFile() throws IOException {
    ReuseSamples.save(ReuseSamples.dots(420, 340, 1), inputs.resolve("a.png"));
    Files.copy(inputs.resolve("a.png"), inputs.resolve("b.png"));

    var sentence = screen(ReuseOptions.ON).sentence();

    assertThat(report().pairs())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.words()).isEqualTo("b.png is the same file as a.png");
              assertThat(pair.sameFile()).isTrue();
            });
    assertThat(sentence).contains("Pairs with the same content: 1.");
    assertThat(screen(ReuseOptions.OFF).sentence()).doesNotContain("Pairs");
  }

  @Test
  void aRunThatIsResumedFindsTheSamePairs() throws IOException {
    makeReuse();
    screen(ReuseOptions.ON);
    var before = report().pairs();
    Files.delete(results.resolve("reuse.json"));
    assertThat(screen(ReuseOptions.ON).kept()).isEqualTo(3);
    assertThat(Json.READABLE.toJson(report().pairs())).isEqualTo(Json.READABLE.toJson(before));
  }

  @Test
  void picturesScreenedWithoutComparisonAreComparedOnceItIsAskedFor() throws IOException {
    makeReuse();
    screen(ReuseOptions.OFF);
    assertThat(results.resolve("reuse.json")).doesNotExist();
    assertThat(results.resolve("report.html")).content().doesNotContain("id=\"reuse-data\"");
    screen(ReuseOptions.ON);
    assertThat(report().pairs()).hasSize(1);
    screen(ReuseOptions.OFF);
    assertThat(results.resolve("reuse.json")).doesNotExist();
  }

  @Test
  void aComparisonThatIsCanceledLeavesTheReportOfThePictures() throws IOException {
    makeReuse();
    var seen = new ArrayList<Long>();
    var listener =
        new ProgressListener() {
          private boolean compares;

          @Override
          public void progress(long done, long total) {
            seen.add(done);
          }

          @Override
          public boolean isCanceled() {
            return compares;
          }
        };
    var localizer = new BlankLocalizer();
    try (var plan = screening(ReuseOptions.ON).plan(listener, sentence -> {})) {
      var outcomes = ScreeningPipeline.run(plan.tasks(), localizer, listener, sentence -> {});
      listener.compares = true;
      assertThatThrownBy(
              () -> plan.finish(localizer.model(), localizer.device(), outcomes, listener))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(results.resolve("report.html")).exists();
    assertThat(results.resolve("summary.csv")).exists();
    assertThat(results.resolve("reuse.json")).doesNotExist();
    assertThat(screen(ReuseOptions.ON).kept()).isEqualTo(3);
    assertThat(report().pairs()).hasSize(1);
  }

  @Test
  void featuresThatAreDamagedAreAProblemAndNotTheEndOfTheRun() throws IOException {
    makeReuse();
    screen(ReuseOptions.ON);
    Files.writeString(results.resolve(".sparsevit").resolve("b.features"), "torn");
    var summary = screen(ReuseOptions.ON);
    assertThat(summary.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.sentence()).contains("b.features", "delete it"));
    assertThat(results.resolve("report.html")).exists();
    Files.delete(results.resolve(".sparsevit").resolve("b.features"));
    assertThat(screen(ReuseOptions.ON).problems()).isEmpty();
    assertThat(report().pairs()).hasSize(1);
  }
}
