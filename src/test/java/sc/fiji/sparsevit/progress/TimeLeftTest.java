/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

  @ParameterizedTest
  @CsvSource({
    "10, 1, 4, 30 s left",
    "60, 5, 5, 0 s left",
    "60, 1, 2, 1 min left",
    "3600, 1, 3, 2 h 0 min left",
    "0, 0, 3, time left unknown",
  })
  void itGoesOnAsItHasGone(long seconds, long done, long total, String words) {
    assertThat(TimeLeft.words(Duration.ofSeconds(seconds), done, total)).isEqualTo(words);
  }
}
