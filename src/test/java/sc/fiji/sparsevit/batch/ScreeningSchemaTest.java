/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.LocalizationOptions;
import sc.fiji.sparsevit.inference.ComputeOptions;
import sc.fiji.sparsevit.metrics.ConfidenceInterval;
import sc.fiji.sparsevit.progress.ProgressListener;
import sc.fiji.sparsevit.report.PdfPosition;
import sc.fiji.sparsevit.report.RecordedGround;
import sc.fiji.sparsevit.report.RecordedMisfit;
import sc.fiji.sparsevit.report.ReviewRegion;
import sc.fiji.sparsevit.report.RunRecord;
import sc.fiji.sparsevit.report.RunRecordJson;
import sc.fiji.sparsevit.report.ScreeningFiles;

/** What a screening writes keeps to the schemas that travel with the software. */
class ScreeningSchemaTest {
  @TempDir Path temporary;

  @BeforeEach
  void screen() throws IOException {
    var inputs = temporary.resolve("in");
    Samples.png(inputs.resolve("a.png"), 250);
    Samples.png(inputs.resolve("dark.png"), 0);
    Samples.pdf(
        inputs.resolve("paper.pdf"),
        2,
        (document, page, index) -> {
          if (index == 0) {
            page.drawImage(Samples.jpeg(document, 30, 30, 90), 5, 5);
          }
        });
    Files.writeString(inputs.resolve("bad.png"), "no picture");
    var profile =
        new RunRecord.Profile(
            "ours", 0.01, "images", 0.009, new ConfidenceInterval(0.001, 0.03), 200);
    new Screening(
            List.of(inputs),
            InputPatterns.ALL,
            temporary,
            new ScreeningOptions(
                LocalizationOptions.defaults(), ComputeOptions.defaults(), 20, profile))
        .run(new MisfitLocalizer(), ProgressListener.NONE, sentence -> {});
  }

  private static Set<ValidationMessage> violations(String schema, String json) throws IOException {
    try (var stream = ScreeningFiles.class.getResourceAsStream(schema)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(text)
          .validate(json, InputFormat.JSON);
    }
  }

  @Test
  void theSummaryKeepsToItsSchema() throws IOException {
    var json = Files.readString(temporary.resolve("summary.json"));
    assertThat(json).contains("\"ours\"", "\"rasterize_pages\": 20", "bad.png", "\"places\"");
    assertThat(violations("summary.schema.json", json)).isEmpty();
    assertThat(violations("summary.schema.json", json.replace("\"kept\"", "\"others\"")))
        .isNotEmpty();
  }

  @Test
  void partsThatDoNotFitAreCountedByTheirEvidence() throws IOException {
    var picture =
        JsonParser.parseString(Files.readString(temporary.resolve("summary.json")))
            .getAsJsonObject()
            .getAsJsonArray("pictures")
            .get(0)
            .getAsJsonObject();
    assertThat(picture.get("compression").getAsInt()).isEqualTo(1);
    assertThat(picture.get("seams").getAsInt()).isEqualTo(2);
    assertThat(picture.get("grain").getAsInt()).isEqualTo(1);
    assertThat(Files.readAllLines(temporary.resolve("summary.csv")).get(0))
        .contains(",copies,compression,seams,grain,flagged,");
    assertThat(RunRecordJson.read(temporary.resolve("a.json")).misfits())
        .extracting(RecordedMisfit::evidence)
        .containsExactly("compression", "seams", "seams", "grain");
  }

  @Test
  void whatWasFoundOnlyWithTheContrastTurnedUpIsSaidEverywhere() throws IOException {
    assertThat(Files.readString(temporary.resolve("summary.csv"))).contains(",contrast,");
    var record = RunRecordJson.read(temporary.resolve("a.json"));
    assertThat(record.regions()).isNotEmpty().allMatch(ReviewRegion::isOfContrast);
    assertThat(record.networkScore()).isZero();
    assertThat(record.pictures().get(0).stretchedGrounds())
        .containsExactly(
            new RecordedGround(
                null, 251, 221, 255, "gray levels 221 to 255 shown from black to white"));
    assertThat(Files.readString(temporary.resolve("report.html")))
        .contains("\"contrast\":\"data:image/jpeg;base64,");
  }

  @Test
  void everyRunRecordKeepsToItsSchema() throws IOException {
    for (var stem : List.of("a", "dark", "paper-p001-i01", "paper-p002")) {
      var json = Files.readString(temporary.resolve(stem + ".json"));
      assertThat(violations("record.schema.json", json)).as(stem).isEmpty();
      assertThat(violations("record.schema.json", json.replace("\"score\"", "\"verdict\"")))
          .isNotEmpty();
    }
  }

  @Test
  void theRunRecordOfAPictureInAPdfSaysWhereItStands() throws IOException {
    var input = RunRecordJson.read(temporary.resolve("paper-p001-i01.json")).input();

    assertThat(input.page()).isEqualTo(1);
    assertThat(input.places()).containsExactly(new PdfPosition(1, 5, 806.89, 30, 30));
    assertThat(temporary.resolve("a.json")).content().doesNotContain("page", "places");
  }
}
