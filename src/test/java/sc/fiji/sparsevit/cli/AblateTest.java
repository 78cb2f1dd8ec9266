/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.sparsevit.checkpoint.ModelFile;
import sc.fiji.sparsevit.training.TestSet;

class AblateTest {

  @TempDir private Path folder;

  @Test
  void everyConfigurationIsTrainedMeasuredAndPutIntoThePapersTable() throws Exception {
    var data = TestSet.write(folder.resolve("data"), 2, 1, 90);

    var first = ablate(data, "--configs", "vit-lite,vit-lite-dense", "--seeds", "1");
    assertThat(first.exitCode()).as(first.err()).isZero();
    var resumed = ablate(data, "--tables", "9", "--configs", "lite-dct", "--seeds", "1,2");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();

    assertThat(resumed.err()).contains("vit-lite, seed 1 (run 3 of 10)", "resuming after 1 steps");
    assertThat(folder.resolve("out/ablation.html"))
        .content()
        .contains("10 of 10 runs", "Table 9 at lite size", "ViT, sparse (vit-lite)", "0.441")
        .contains("lite-dct", "data:image/jpeg")
        .doesNotContain("Table 2 at");
    var trained = ModelFile.read(folder.resolve("out/lite-dct/seed-1/latest.safetensors"));
    float[] projection = trained.tensors().get("encoder_net.extractor.proj.weight").toFloats();
    assertThat(projection)
        .as("starts as silence, and has been trained")
        .isNotEqualTo(new float[projection.length]);
    // A configuration, two seeds, one set; and the header.
    assertThat(Files.readAllLines(folder.resolve("out/ablation.csv")))
        .hasSize(1 + 5 * 2)
        .anyMatch(line -> line.startsWith("volo-lite-dense,2,data,"));
  }

  @ParameterizedTest
  @CsvSource({
    "--configs=small, there is no configuration small",
    "--tables=4, 'table must be one of 2, 3, 6, 7, 9, not 4'",
    "--scale=huge, scale is lite or base",
    "--seeds=1, needs a configuration",
  })
  void whatIsWrongIsSaidInASentence(String option, String sentence) throws Exception {
    var data = TestSet.write(folder.resolve("data"), 1, 1, 90);

    var terminal = ablate(data, option);

    assertThat(terminal.exitCode()).isNotZero();
    assertThat(terminal.err()).contains(sentence);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Terminal ablate(Path data, Object... options) {
    var all = new ArrayList<Object>(List.of("ablate"));
    all.addAll(
        List.of(
            "--data",
            data,
            "--sets",
            data,
            "--steps",
            1,
            "--batch",
            2,
            "--size",
            "128x128",
            "--output",
            folder.resolve("out")));
    all.addAll(List.of(options));
    return Terminal.run(all.toArray());
  }
}
