/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sc.fiji.sparsevit.image.ImageFile;
import sc.fiji.sparsevit.network.GoldenRule;
import sc.fiji.sparsevit.network.SparseVitConfig;
import sc.fiji.sparsevit.progress.ProgressListener;

/** The authors' pipeline on a photograph: resize, normalize, network, map back at its size. */
class PublishedPipelineTest {

  private static final double TOLERANCE = 2e-3;

  @Test
  void equalsTheAuthorsPipelineOnAPhotograph() throws Exception {
    var photograph = Path.of(getClass().getResource("/images/chelsea.png").toURI());
    var seen = ImageFile.open(photograph).rgb();
    float[] map;
    try (var manager = NDManager.newBaseManager();
        var model =
            new NetworkModel(manager, GoldenRule.network(manager, SparseVitConfig.base()))) {
      var squashed = PaperResolution.localize(model, seen, ProgressListener.NONE);
      map = squashed.atSize(seen.width(), seen.height());
    }

    try (var stream = getClass().getResourceAsStream("/golden/pipeline_chelsea_seed1.json");
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var golden = JsonParser.parseReader(reader).getAsJsonObject();
      var rows = golden.getAsJsonArray("rows");
      var columns = golden.getAsJsonArray("columns");
      var expected = golden.getAsJsonArray("probability");
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < columns.size(); j++) {
          int at = rows.get(i).getAsInt() * seen.width() + columns.get(j).getAsInt();
          assertThat((double) map[at])
              .as("row %s column %s", rows.get(i), columns.get(j))
              .isCloseTo(expected.get(i).getAsJsonArray().get(j).getAsDouble(), within(TOLERANCE));
        }
      }
      assertThat(flaggedShare(map))
          .isCloseTo(golden.get("flagged_share").getAsDouble(), within(TOLERANCE));
    }
  }

  private static double flaggedShare(float[] map) {
    int flagged = 0;
    for (float p : map) {
      flagged += p > 0.5f ? 1 : 0;
    }
    return (double) flagged / map.length;
  }
}
