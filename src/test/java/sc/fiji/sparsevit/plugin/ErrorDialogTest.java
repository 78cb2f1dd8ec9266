/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorDialogTest {
  @Test
  void aLongSentenceIsBrokenBetweenItsWordsAndNothingIsLost() {
    var sentence = "tiny.png: is too small to judge ".repeat(12).strip();

    var shown = ErrorDialog.wrapped(sentence);

    assertThat(shown.lines()).hasSizeGreaterThan(3).allMatch(line -> line.length() <= 100);
    assertThat(shown.replace('\n', ' ')).isEqualTo(sentence);
    assertThat(ErrorDialog.wrapped("a short one")).isEqualTo("a short one");
  }
}
