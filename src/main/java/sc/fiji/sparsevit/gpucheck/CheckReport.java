/*
 * SparseViT for Fiji: shows where an image was manipulated.
 * Copyright (c) 2026 SparseViT for Fiji developers.
 * SPDX-License-Identifier: BSD-2-Clause
 */
package sc.fiji.sparsevit.gpucheck;

import java.util.List;
import java.util.Map;
import sc.fiji.sparsevit.gpucheck.CheckOutcome.CheckVerdict;

/**
 * What all checks came to, so far.
 *
 * @param software name and version of this program
 * @param device that was asked for
 * @param comparison what it is compared with
 * @param model name of the weights
 * @param sha256 of them
 * @param machine what is known of it, by name
 * @param checks that were made
 */
public record CheckReport(
    String software,
    String device,
    String comparison,
    String model,
    String sha256,
    Map<String, String> machine,
    List<DoneCheck> checks) {

  /**
   * One check.
   *
   * @param title what it is called
   * @param verdict {@code passed}, {@code failed} or {@code not possible here}
   * @param sentence why, with numbers
   * @param seconds that it took
   * @param figures what was measured, by name
   */
  public record DoneCheck(
      String title, String verdict, String sentence, double seconds, Map<String, Object> figures) {

    static DoneCheck of(String title, CheckOutcome outcome, double seconds) {
      return new DoneCheck(
          title, outcome.verdict().toString(), outcome.sentence(), seconds, outcome.figures());
    }
  }

  /** Whether nothing failed. */
  public boolean isGood() {
    return checks.stream()
        .noneMatch(check -> check.verdict().equals(CheckVerdict.FAILED.toString()));
  }
}
