/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.sparsevit.evaluation.MapSource.ProbabilityMap;

class MapPreviewsTest {
  private static final ResultKey KEY = new ResultKey("a/x.png", "", "", "none");

  @TempDir Path folder;

  @Test
  void aSmallerPreviewKeepsTheProbabilities() throws IOException {
    var values = new float[900 * 300];
    Arrays.fill(values, 0.4f);
    var previews = new MapPreviews(folder);

    previews.write(KEY, new ProbabilityMap(values, 900, 300));

    var preview = previews.read(KEY);
    assertThat(preview.getWidth()).isEqualTo(320);
    assertThat(preview.getHeight()).isEqualTo(107);
    assertThat(preview.getRaster().getSample(160, 50, 0)).isEqualTo(102);
    assertThat(MapPictures.overlay(preview, preview, 0.41).getRGB(9, 9) & 0xffffff)
        .isEqualTo(0x666666);
    assertThat(MapPictures.overlay(preview, preview, 0.39).getRGB(9, 9) & 0xffffff)
        .isEqualTo(0x96467b);
  }

  @Test
  void imagesOfOneNameInSeveralFoldersHaveTheirOwn() throws IOException {
    var previews = new MapPreviews(folder);
    previews.write(KEY, new ProbabilityMap(new float[4], 2, 2));

    assertThat(previews.contains(KEY)).isTrue();
    assertThat(previews.contains(new ResultKey("b/x.png", "", "", "none"))).isFalse();
  }
}
