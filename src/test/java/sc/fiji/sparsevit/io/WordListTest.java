/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {

  @Test
  void twoAreJoinedByAWordAndMoreByCommas() {
    assertThat(WordList.and(List.of())).isEmpty();
    assertThat(WordList.and(List.of("copies"))).isEqualTo("copies");
    assertThat(WordList.and(List.of("copies", "seams"))).isEqualTo("copies and seams");
    assertThat(WordList.and(List.of("copies", "compression", "seams")))
        .isEqualTo("copies, compression, and seams");
    assertThat(WordList.or(List.of("on", "off"))).isEqualTo("on or off");
    assertThat(WordList.or(List.of("auto", "cpu", "gpu"))).isEqualTo("auto, cpu, or gpu");
  }

  @Test
  void ofManyOnlyTheFirstAreNamed() {
    var words = List.of("a", "b", "c", "d");

    assertThat(WordList.and(words, 4)).isEqualTo("a, b, c, and d");
    assertThat(WordList.and(words, 2)).isEqualTo("a, b, and 2 more");
    assertThat(WordList.and(words, 1)).isEqualTo("a and 3 more");
  }
}
