/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import com.google.gson.annotations.SerializedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.sparsevit.report.LineChart;

/**
 * What a check came to.
 *
 * @param verdict whether it passed
 * @param sentence why, with numbers
 * @param figures what was measured, by name
 * @param charts of it
 */
record CheckOutcome(
    CheckVerdict verdict, String sentence, Map<String, Object> figures, List<LineChart> charts) {

  enum CheckVerdict {
    @SerializedName("passed")
    PASSED("passed"),
    @SerializedName("failed")
    FAILED("failed"),
    /** No fault of the device. */
    @SerializedName("not possible here")
    IMPOSSIBLE("not possible here");

    private final String words;

    CheckVerdict(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static CheckOutcome of(boolean passed, String sentence, Map<String, Object> figures) {
    return of(passed ? CheckVerdict.PASSED : CheckVerdict.FAILED, sentence, figures);
  }

  /** Of figures as they are now, whoever goes on with them. */
  static CheckOutcome of(CheckVerdict verdict, String sentence, Map<String, Object> figures) {
    Map<String, Object> now;
    synchronized (figures) {
      now = new LinkedHashMap<>(figures);
    }
    return new CheckOutcome(verdict, sentence, now, List.of());
  }

  CheckOutcome with(List<LineChart> more) {
    return new CheckOutcome(verdict, sentence, figures, more);
  }
}
