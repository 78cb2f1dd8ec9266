/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.sparsevit.inference.script.OtherNetwork;

class EvaluateTest {
  @TempDir private Path folder;
  private Path data;
  private Path output;

  @BeforeEach
  void choose() {
    data = folder.resolve("set");
    output = folder.resolve("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"native", "paper"})
  void figuresAreWrittenAndSaid(String mode) throws IOException {
    new PhotographSet(data).forged("a.png").forged("b.png").authentic("c.png");

    var terminal = evaluate("--mode", mode, "--limit", 1);

    assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .startsWith("Forged images: 1, pixel F1 ")
        .contains("Authentic images: 1, ")
        .contains("Report: " + output.resolve("report.html"));
    assertThat(metrics().get("images_forged").getAsInt()).isEqualTo(1);
    assertThat(metrics().get("images_authentic").getAsInt()).isEqualTo(1);
    assertThat(output.resolve("per_image.csv")).exists();
  }

  @Test
  void aSetOfAuthenticImagesGivesFalsePositivesOnly() throws IOException {
    new PhotographSet(data).authentic("a.png").authentic("b.png");

    var terminal = evaluate();

    assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    assertThat(terminal.out()).startsWith("Authentic images: 2, ").doesNotContain("F1");
    assertThat(metrics().get("images_forged").getAsInt()).isZero();
  }

  @Test
  void anImageThatCannotBeUsedIsNamedAndTheExitCodeSaysSo() throws IOException {
    new PhotographSet(data).authentic("a.png");
    Files.writeString(data.resolve("Au/broken.png"), "no picture");

    var terminal = evaluate();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.out()).startsWith("Authentic images: 1, ");
    assertThat(terminal.err()).contains("broken.png: ");
  }

  @Test
  void aFolderWithoutImagesIsRefusedInASentence() throws IOException {
    Files.createDirectories(data);

    var terminal = evaluate();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.err().lines()).singleElement().asString().contains(data.toString());
    assertThat(output).doesNotExist();
  }

  @Test
  void severalModelsStandInOneTableAndOneGallery() throws IOException {
    new PhotographSet(data).forged("a.png").forged("b.png").authentic("c.png");
    var other = OtherNetwork.REDNESS.write(folder.resolve("other.pt"));
    Files.writeString(
        folder.resolve("other.json"),
        "{\"name\":\"Redness\",\"window\":\"whole\",\"multiple\":2,\"values\":\"logits\","
            + "\"normalization\":{\"mean\":[0,0,0],\"std\":[1,1,1]}}");

    var terminal = evaluate("--compare", "lite", "torchscript:" + other);

    assertThat(terminal.exitCode()).as(terminal.err()).isZero();
    assertThat(terminal.out()).contains("Comparison: " + output.resolve("comparison.html"));
    assertThat(output.resolve("comparison.html"))
        .content()
        .contains("<th>lite</th><th>Redness</th>", "SparseViT, published (paper)")
        .contains("DINOv3 ViT-L with LoRA, published (arXiv 2604.16083)", "lite, measured here")
        .contains("0.513 / 0.935 / 0.472", "data:image/jpeg");
    assertThat(Files.readAllLines(output.resolve("comparison.csv")))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("Redness,"));
    assertThat(output.resolve("lite/report.html")).exists();
    assertThat(output.resolve("Redness/metrics.json")).exists();
  }

  @Test
  void aNegativeLimitIsWrongUsage() {
    var terminal = evaluate("--limit", -1);

    assertThat(terminal.exitCode()).isEqualTo(2);
    assertThat(terminal.err()).startsWith("--limit must be a number of images");
  }

  private Terminal evaluate(Object... options) {
    var args = new Object[options.length + 5];
    System.arraycopy(new Object[] {"evaluate", "--data", data, "--output", output}, 0, args, 0, 5);
    System.arraycopy(options, 0, args, 5, options.length);
    return Terminal.run(args);
  }

  private JsonObject metrics() throws IOException {
    return JsonParser.parseString(Files.readString(output.resolve("metrics.json")))
        .getAsJsonObject();
  }
}
