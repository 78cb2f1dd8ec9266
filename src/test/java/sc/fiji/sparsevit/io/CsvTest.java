/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void quotesWhatWouldBreakALine() {
    assertThat(Csv.line("a,b", "say \"x\"", "two\nlines", "plain name.png", 3))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",plain name.png,3\n");
  }

  @Test
  void leavesUndefinedFieldsEmpty() {
    assertThat(Csv.line(null, Double.NaN, 0.5)).isEqualTo(",,0.5\n");
  }
}
