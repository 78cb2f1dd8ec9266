/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultNamesTest {
  private final ResultNames names = new ResultNames(Set.of("a", "a_mask", "a-2", "a.b", "paper"));

  @ParameterizedTest
  @CsvSource({
    "a.json, a",
    "a_mask.png, a",
    "a_mask.json, a_mask",
    "a_mask_mask.png, a_mask",
    "a-2_regions.csv, a-2",
    "a.b_probability.tif, a.b",
    "a.done.json, a",
    "a.b.card.json, a.b",
    "paper-p001-i02_overlay.png, paper",
    "paper-a01-p003.done.json, paper",
  })
  void aResultBelongsToTheInputThatItIsNamedAfter(String file, String stem) {
    assertThat(names.stemOf(file)).hasValue(stem);
  }

  @ParameterizedTest
  @CsvSource({"summary.json", "names.json", "report.html", "ab_mask.png", "a_notes.txt", "a.png"})
  void otherFilesBelongToNone(String file) {
    assertThat(names.stemOf(file)).isEmpty();
  }
}
